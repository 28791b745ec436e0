/** What is reported beside the grid, where it was measured. A section without data is left out. */
export interface Extras {
  readonly ablation?: Ablation;
  readonly claims?: readonly Claim[];
  readonly residual?: readonly Risk[];
  /** Bytes that a defense adds to a message on the wire, by its id. */
  readonly bytesPerMessage?: Readonly<Record<string, number>>;
}

/** A composition fought again without each of its parts in turn. */
export interface Ablation {
  readonly base: string;
  readonly rows: readonly {
    readonly without: string;
    /** Ids of the attacks that get through without the part and not with it. */
    readonly getsThrough: readonly string[];
    /** Why the part stands there all the same, where nothing gets through without it. */
    readonly depth?: string;
  }[];
}

/** A sentence that somebody wrote, and what came of it. */
export interface Claim {
  readonly number: number;
  readonly french: string;
  readonly english: string;
  readonly basis: 'experiment' | 'argument';
  readonly observed: string;
  readonly ruling: 'right' | 'half right' | 'wrong';
  readonly because: string;
}

/** What no defense of the grid closes, and why. */
export interface Risk {
  readonly attack: string;
  readonly because: string;
}
