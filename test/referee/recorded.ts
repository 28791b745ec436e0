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
