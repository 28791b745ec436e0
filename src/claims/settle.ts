import type { Bench } from '../experiments/bench.js';
import { Unproven } from '../experiments/unproven.js';
import type { ClaimResult, ClaimRun } from '../model/claims.js';
import type { Argument, Claim, Configuration, Experiment } from './claim.js';

/** Settles claims, a few abreast, in the order asked. `progress` is told how many of how many are done. */
export async function settle(
  claims: readonly Claim[],
  bench: Bench,
  { abreast = 3, progress = () => {} }: Settling = {},
): Promise<ClaimResult[]> {
  const results: ClaimResult[] = new Array(claims.length);
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < claims.length; at = next++) {
      results[at] = await settleOne(claims[at]!, bench);
      progress(++done, claims.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(abreast, claims.length) }, worker));
  return results;
}

export interface Settling {
  readonly abreast?: number;
  readonly progress?: (done: number, of: number) => void;
}

function settleOne({ number, french, english, basis }: Claim, bench: Bench): Promise<ClaimResult> {
  const head = { number, french, english };
  return 'argument' in basis
    ? Promise.resolve(argued(head, basis.argument))
    : tried(head, basis.experiment, bench);
}

type Head = Pick<ClaimResult, 'number' | 'french' | 'english'>;

const argued = (head: Head, argument: Argument): ClaimResult => ({ ...head, basis: 'argument', ...argument });

/** One run of an experiment in one configuration. */
export async function run(
  { observe, ruling, observed, here }: Experiment,
  configuration: Configuration,
  bench: Bench,
): Promise<ClaimRun & { readonly here?: string }> {
  const { tells } = configuration;
  try {
    const seen = await observe(configuration, bench);
    const more = here?.(seen);
    return {
      configuration: tells,
      observed: observed(seen),
      ruling: ruling(seen),
      ...(more === undefined ? {} : { here: more }),
    };
  } catch (error) {
    if (!(error instanceof Unproven)) throw error;
    return { configuration: tells, observed: error.message, ruling: 'unsettled' };
  }
}

/** The counter-configuration is the control: an experiment that comes out alike in both can tell nothing. */
async function tried(head: Head, experiment: Experiment, bench: Bench): Promise<ClaimResult> {
  const main = await run(experiment, experiment.configuration, bench);
  const { here: _, ...counter } = await run(experiment, experiment.counter, bench);
  const told = { ...head, basis: 'experiment', ...main, counter } as const;
  if (main.ruling === 'unsettled') return { ...told, because: 'the run proves nothing' };
  if (main.ruling === counter.ruling || counter.ruling === 'unsettled')
    return { ...told, ruling: 'unsettled', because: CONTROL_FAILED };
  return { ...told, because: experiment.because[main.ruling] ?? UNFORESEEN };
}

const CONTROL_FAILED = 'the experiment does not come out otherwise where it has to';
const UNFORESEEN = 'so it came out, and nobody had foreseen it';
