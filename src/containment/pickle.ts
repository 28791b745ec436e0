/**
 * A Python program that unpickles what it is sent, as the coursework's server does: the same walls as around the
 * victim of Node, with an audit hook (PEP 578) in the place of Node's permission model. Where no Python is, there is
 * no victim, and whoever asks is told so.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { type Containment, type ContainmentOptions, containmentFor } from './containment.js';
import { PICKLE_VICTIM } from './pickle-victim.js';
import { type Machine, probeMachine } from './tiers.js';
import { confined } from './victim-process.js';

export interface Python {
  /** The interpreter itself, absolute: a shim would need an environment. */
  readonly program: string;
  readonly version: string;
}

/** How the victim reads the bytes: as the coursework does, behind the restriction of Python's manual, or as JSON. */
export type Reader = 'pickle' | 'restricted' | 'json';

const PROBE = 'import sys; sys.addaudithook; print(sys.executable); print(sys.version.split()[0])';
const PROBE_MS = 5_000;

/** The first `python3` on the path that starts and knows audit hooks (3.8 or later); null where there is none. */
export function findPython(): Python | null {
  const done = spawnSync('python3', ['-I', '-c', PROBE], { encoding: 'utf8', timeout: PROBE_MS });
  const [program = '', version = ''] = done.status === 0 ? done.stdout.split(/\r?\n/) : [];
  return program === '' ? null : { program: realpathSync(program), version };
}

/** One job for the victim. */
export const pickleFrame = (bytes: Uint8Array, reads: Reader): string =>
  JSON.stringify({ reads, bytes: Buffer.from(bytes).toString('base64') });

/** What an attack puts on the allowlist for a pickle that it made: SHA-256, hex. */
export const mintPickle = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function isForeignPickle(frame: string, minted: ReadonlySet<string>): boolean {
  const { bytes } = JSON.parse(frame) as { bytes: string };
  return !minted.has(mintPickle(Buffer.from(bytes, 'base64')));
}

/** Throws ContainmentRefused where the machine is below what `safety` asks for. */
export function createPickleContainment(
  { program }: Python,
  options: ContainmentOptions = {},
  machine: Machine = probeMachine(),
): Containment {
  // -I: no environment, no user's packages. -S: no site. -B: writes no bytecode.
  const command = [...confined(machine), program, '-I', '-S', '-B', '-c', PICKLE_VICTIM];
  return containmentFor({ commandFor: () => command, isForeign: isForeignPickle }, machine, options);
}
