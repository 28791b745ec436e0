import type { ControlResult, Head, TrialResult } from './results.js';
import type { Verdict } from './verdict.js';

/** What may be predicted: that a run proves nothing, nobody can know before. */
export type Foreseen = Exclude<Verdict, 'inconclusive'>;

/** A cell that somebody predicted, and what it came to. */
export interface PredictedCell extends TrialResult {
  readonly predicted: Foreseen;
  /** Whether it came as predicted. A cell that proves nothing is never right. */
  readonly right: boolean;
  /** What the adversary did, in its own words; null where nothing was fought, or only a plugin knows. */
  readonly does: string | null;
}

/** A grid that was filled in by hand, compared with the fights. `schema/prediction.v1.json` describes it as JSON. */
export interface Prediction extends Head<'mallory/prediction/v1'> {
  readonly cells: readonly PredictedCell[];
  /** Cells that were left empty, and not fought. */
  readonly empty: readonly { readonly attack: string; readonly defense: string }[];
  readonly controls: readonly ControlResult[];
}
