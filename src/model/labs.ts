/** One way that was tried to stop an exploit, by the same run with it in place. */
export interface Stopper {
  readonly what: string;
  readonly outcome: string;
  readonly stopped: boolean;
}

/** One of the coursework's own programs, played. */
export interface LabResult {
  readonly id: string;
  readonly title: string;
  /** Which program or exploit of the coursework it is. */
  readonly coursework: string;
  /** `worked`: what the coursework shows was seen here; `skipped`: this machine cannot play it; `unproven`: it came out otherwise. */
  readonly outcome: 'worked' | 'skipped' | 'unproven';
  /** Facts of the run, in order. */
  readonly happened: readonly string[];
  readonly stoppers: readonly Stopper[];
}
