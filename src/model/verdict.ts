/** What the referee may say of a trial, worst for the defender first. */
export const VERDICTS = ['breached', 'detected', 'defeated', 'not-applicable', 'inconclusive'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * The referee's ruling on one trace. `code` and `part` name the check that fired and are null unless something
 * refused, alarmed or acted; `evidence` lists event ids of the trace; `because` is one plain sentence.
 */
export interface Ruling {
  readonly verdict: Verdict;
  readonly code: string | null;
  readonly part: string | null;
  readonly evidence: readonly string[];
  readonly because: string;
}
