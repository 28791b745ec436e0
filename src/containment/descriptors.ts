/**
 * Descriptors that this process inherited and that its children would inherit in turn: Node marks the first few as
 * close-on-exec, not one beyond a gap (a shell's `251>log`, a CI runner's pipe). A payload could write to them.
 */
import { readdirSync, readFileSync } from 'node:fs';

const O_CLOEXEC = 0o2000000;
const INFO = '/proc/self/fdinfo';

let found: number[] | undefined;

/** The numbers from 3 up, ascending; looked up once. Empty where the system does not tell (it is Linux that does). */
export function inheritable(): number[] {
  found ??= process.platform === 'linux' ? readdirSync(INFO).map(Number).filter(isInheritable) : [];
  return found.sort((a, b) => a - b);
}

/** What a child is given, `stdio` by number, and `nothing` in the place of every other descriptor that it would inherit. */
export function covered<T>(stdio: readonly T[], nothing: number): (T | number | 'ignore')[] {
  const all: (T | number | 'ignore')[] = [...stdio];
  for (const descriptor of inheritable().filter((other) => other >= stdio.length)) {
    while (all.length < descriptor) all.push('ignore');
    all[descriptor] = nothing;
  }
  return all;
}

// A descriptor may be gone by now: the one that listed the directory is.
function isInheritable(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`${INFO}/${descriptor}`, 'utf8'))?.[1] ?? '';
    return descriptor > 2 && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0;
  } catch {
    return false;
  }
}
