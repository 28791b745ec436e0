import type { Bench } from '../experiments/bench.js';
import type { ClaimRuling } from '../model/claims.js';

/** What a claim speaks of, in words; experiments add what they need to set it up. */
export interface Configuration {
  readonly tells: string;
}

/** An experiment that can come out either way: `counter` is the configuration in which its ruling flips. */
export interface Experiment<C extends Configuration = Configuration, O = unknown> {
  readonly configuration: C;
  readonly counter: C;
  /** Throws Unproven where nothing follows from what happened. */
  observe(configuration: C, bench: Bench): Promise<O>;
  /** From what was observed alone. */
  ruling(observed: O): ClaimRuling;
  /** What was observed, with its figures; the same words for the same outcome on every machine. */
  observed(observed: O): string;
  /** What this machine adds, where not every machine can. */
  here?(observed: O): string | undefined;
  /** Why the claim is ruled so, for each ruling that can come of it. */
  readonly because: Partial<Record<ClaimRuling, string>>;
}

/** Where no experiment can decide: what can be said, and who says it. */
export interface Argument {
  readonly configuration: string;
  readonly source: string;
  readonly observed: string;
  readonly ruling: ClaimRuling;
  readonly because: string;
}

export interface Claim {
  readonly number: number;
  /** As it was written. */
  readonly french: string;
  readonly english: string;
  readonly basis: { readonly experiment: Experiment } | { readonly argument: Argument };
}

/** Checks an experiment's types and forgets them: the list holds experiments of every kind. */
export const experiment = <C extends Configuration, O>(its: Experiment<C, O>): Claim['basis'] => ({
  experiment: its as unknown as Experiment,
});
