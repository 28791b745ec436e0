import type { Ablation, Weight } from '../../model/results.js';

/** What is reported beside the grid, where it was measured. A column without data is left out. */
export interface Extras {
  readonly ablation?: Ablation;
  /** What a defense adds to a message, by its id. */
  readonly weights?: Readonly<Record<string, Weight>>;
}
