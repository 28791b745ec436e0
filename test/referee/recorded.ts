import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { Trace } from '../../src/model/trace.js';
import type { Ruling } from '../../src/model/verdict.js';
import type { Tested } from '../../src/referee/judge.js';

/** A trial that was really fought, and how the referee ruled on it. */
export interface Recorded {
  readonly attack: string;
  readonly defense: string;
  readonly tested: readonly Tested[];
  readonly trace: Trace;
  readonly ruling: Ruling;
}

const FILE = new URL('./recorded.json.br', import.meta.url);

/** The trials of `npm run record`. */
export const recordedTrials = (): readonly Recorded[] =>
  JSON.parse(brotliDecompressSync(readFileSync(FILE)).toString());
