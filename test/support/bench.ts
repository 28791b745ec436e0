import { onBench } from '../../src/cli/bench.js';
import type { Typed } from '../../src/cli/commands.js';
import type { Bench } from '../../src/experiments/bench.js';

const NOTHING_TYPED: Typed = { words: [], switches: new Set(['quiet']), all: () => [], one: () => undefined };

/** The bench of the command line, for a test: real sockets, real containment. */
export const onTestBench = <T>(work: (bench: Bench) => Promise<T>): Promise<T> =>
  onBench(NOTHING_TYPED, work);

/** A bench on which nothing can be done: whoever asks it for anything fails. */
export const NO_BENCH = new Proxy({} as Bench, {
  get: (_, name) => {
    throw new Error(`nothing is to be done here, and ${String(name)} was asked for`);
  },
});
