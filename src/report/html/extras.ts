import type { Ablation } from '../../model/results.js';

/** What is reported beside the grid, where it was measured. A section without data is left out. */
export interface Extras {
  readonly ablation?: Ablation;
  readonly residual?: readonly Risk[];
  /** Bytes that a defense adds to a message on the wire, by its id. */
  readonly bytesPerMessage?: Readonly<Record<string, number>>;
}

/** What no defense of the grid closes, and why. */
export interface Risk {
  readonly attack: string;
  readonly because: string;
}
