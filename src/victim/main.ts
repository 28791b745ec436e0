/**
 * The victim's entry: the coursework chat's decoder with the real evaluation, in a process of its own that containment
 * confines and throws away. Its working directory is the canary directory. Standard input is a file that containment
 * appends one job line to; standard output is a file for `ready` and a result that containment never takes as proof.
 */
import { fstatSync, readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decodeReviving } from '../chat/reviving.js';
import { serve } from './merge.js';

const UNCONFINED = 70;
const MOST_POLL_MS = 10;
/** The longer a victim waits, the more seldom it looks: so many looks at each distance, in milliseconds, from 1 on. */
const POLLS_AT_A_DISTANCE = 16;
const POLLS_BETWEEN_CHECKS = 50;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

// Fails closed: without the permission model or the lock no hostile source is ever evaluated here.
function confined(): boolean {
  const permission = (process as { permission?: { has(scope: string, reference?: string): boolean } })
    .permission;
  const open = permission === undefined || permission.has('fs.write', '/') || permission.has('child');
  return !open && Object.hasOwn(globalThis, Symbol.for('mallory.victim.locked'));
}

// The job file loses its last name when the laboratory's directory is removed: nobody is left to send a job.
function abandoned(): boolean {
  return fstatSync(0).nlink === 0;
}

// Waits without an event loop, so that nothing of this program runs between start-up and the job.
function waitForMore(polls: number): void {
  if (polls % POLLS_BETWEEN_CHECKS === 0 && abandoned()) process.exit();
  Atomics.wait(sleeper, 0, 0, Math.min(MOST_POLL_MS, 1 + Math.floor(polls / POLLS_AT_A_DISTANCE)));
}

function readJob(): string {
  const chunk = Buffer.alloc(65_536);
  const parts: Buffer[] = [];
  for (let position = 0, polls = 1; ; polls++) {
    const length = readSync(0, chunk, 0, chunk.length, position);
    if (length === 0) waitForMore(polls);
    else parts.push(Buffer.from(chunk.subarray(0, length)));
    if (length > 0 && chunk[length - 1] === 0x0a) return Buffer.concat(parts).toString();
    position += length;
  }
}

function evaluate(source: string): unknown {
  // Indirect, so that a payload sees a program's globals as in CommonJS, never this module's own variables.
  // biome-ignore lint/security/noGlobalEval: the victim exists to run what a hostile frame carries (docs/containment.md)
  return globalThis.eval(`(${source})`);
}

if (!confined()) process.exit(UNCONFINED);
Object.assign(globalThis, { require: createRequire(import.meta.url) });
writeSync(1, 'ready\n');
const { frame } = JSON.parse(readJob()) as { frame: string };
process.once('beforeExit', () => writeSync(1, 'done\n'));
serve(decodeReviving(frame, evaluate));
