/**
 * A small process that starts the victims for the laboratory and outlives it by milliseconds. To start a process is to
 * copy the page tables of the one that does, and makes it copy each page again that it writes to next: of a laboratory
 * of some hundred megabytes that costs more than the victim's whole life. This one has next to nothing to copy.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { covered } from './descriptors.js';
import { killGroup } from './kill-group.js';
import type { FromLauncher, Start, ToLauncher } from './launcher-talk.js';

const victims = new Map<number, ChildProcess>();

function tell(message: FromLauncher): void {
  // The laboratory may be gone: then `disconnect` follows.
  if (process.connected) process.send?.(message, () => {});
}

// Files, not pipes: the constructor behind a pipe's handle opens Unix sockets anywhere. No environment. A group of its
// own, so that one signal ends it all.
function start({ n, command: [program = '', ...args], directory, files }: Start): void {
  const opened = [openSync(files.job, 'r'), openSync(files.output, 'a'), openSync(files.errors, 'a')];
  const nothing = openSync(devNull, 'r+');
  try {
    const stdio = covered(opened, nothing);
    const victim = spawn(program, args, { cwd: directory, env: {}, detached: true, stdio });
    victims.set(n, victim);
    victim.on('error', ({ message }) => ended(n, null, message));
    victim.on('exit', (code) => ended(n, code));
    if (victim.pid !== undefined) tell({ say: 'started', n, pid: victim.pid });
  } finally {
    for (const descriptor of [...opened, nothing]) closeSync(descriptor);
  }
}

function ended(n: number, code: number | null, why?: string): void {
  if (victims.delete(n)) tell({ say: 'ended', n, code, ...(why === undefined ? {} : { why }) });
}

process.on('message', (message: ToLauncher) => {
  if (message.say === 'kill') return killGroup(victims.get(message.n)?.pid);
  try {
    start(message);
  } catch (error) {
    tell({ say: 'ended', n: message.n, code: null, why: String(error) });
  }
});
process.on('disconnect', () => {
  for (const { pid } of victims.values()) killGroup(pid);
  process.exit();
});
