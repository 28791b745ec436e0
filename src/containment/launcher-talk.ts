/** What the laboratory and its launcher say to each other, each victim by its number. */

/** `files`: what becomes its standard input, output and errors. */
export interface Start {
  readonly say: 'start';
  readonly n: number;
  readonly command: readonly string[];
  readonly directory: string;
  readonly files: { readonly job: string; readonly output: string; readonly errors: string };
}

export type ToLauncher = Start | { readonly say: 'kill'; readonly n: number };

export type FromLauncher =
  | { readonly say: 'started'; readonly n: number; readonly pid: number }
  /** `code` is null where a signal ended it; `why` where it never started. */
  | { readonly say: 'ended'; readonly n: number; readonly code: number | null; readonly why?: string };
