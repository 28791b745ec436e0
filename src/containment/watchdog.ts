/**
 * A shell outside the laboratory that outlives it by milliseconds: it reads which process groups are victims, and when
 * its input ends, because the laboratory closed or was killed in any way, it kills them and removes the directories.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Watchdog {
  watch(pid: number): void;
  forget(pid: number): void;
  /** Resolves when the shell has cleaned up and gone. */
  end(): Promise<void>;
}

// kill -s: dash reads the `--` after -KILL as a number, and then kills nothing.
// chmod: a victim may take its own directories' permissions away. The loop: a killed victim may need a moment to go.
const SCRIPT = `
watched=
while read -r verb pid; do
  case $verb in
    +) watched="$watched $pid" ;;
    -) kept=
       for each in $watched; do [ "$each" = "$pid" ] || kept="$kept $each"; done
       watched=$kept ;;
  esac
done
for each in $watched; do kill -s KILL -- "-$each"; done
for try in 1 2 3 4 5; do
  [ -e "$1" ] || exit 0
  rm -rf -- "$1" && exit 0
  chmod -R u+rwx -- "$1"
  sleep 0.1
done`;

export function startWatchdog(root: string): Watchdog {
  // Detached: Ctrl-C reaches the laboratory's process group, and must not take the watchdog first.
  const options = {
    detached: true,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'] as const,
  };
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'mallory-watchdog', root], {
    ...options,
    stdio: [...options.stdio],
  });
  const gone = once(shell, 'exit').catch(() => undefined);
  shell.unref();
  const pipe = shell.stdin!;
  pipe.on('error', () => undefined); // the shell was ended by someone else: the kernel's own measure remains
  (pipe as unknown as { unref(): void }).unref();
  return {
    watch: (pid) => void pipe.write(`+ ${pid}\n`),
    forget: (pid) => void pipe.write(`- ${pid}\n`),
    end: async () => {
      shell.ref();
      pipe.end();
      await gone;
    },
  };
}
