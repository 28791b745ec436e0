/** What may be ruled of a claim. */
export const RULINGS = ['right', 'half right', 'wrong'] as const;
/** `unsettled`: a run proved nothing, or the experiment came out alike where it had to come out differently. */
export type ClaimRuling = (typeof RULINGS)[number];

/** One run of a claim's experiment: in which configuration, what was seen, and what follows from it. */
export interface ClaimRun {
  readonly configuration: string;
  readonly observed: string;
  readonly ruling: ClaimRuling | 'unsettled';
}

/** A claim that was settled. `counter` is the configuration in which its ruling flips, run as well. */
export interface ClaimResult extends ClaimRun {
  readonly number: number;
  readonly french: string;
  readonly english: string;
  readonly basis: 'experiment' | 'argument';
  readonly because: string;
  readonly source?: string;
  readonly counter?: ClaimRun;
  /** What this machine adds, where not every machine can: left out of REPORT.md. */
  readonly here?: string;
}
