/** What the laboratory's main thread and a worker thread say to each other: plain data only, in both directions. */
import type { Cell } from './cell.js';
import type { HonestResult } from './honest.js';

/** A group password and the salt that its keys are derived with (base64). */
export interface Secret {
  readonly password: string;
  readonly salt: string;
}

/** What a worker is started with. Without plugins it can fight every shipped attack against every shipped defense. */
export interface WorkerSettings {
  readonly plugins: readonly string[];
  readonly group: Secret;
  readonly stranger: Secret;
  /** Real milliseconds without anything new before the watchdog inside the worker ends a trial. */
  readonly patience: number;
}

/** One cell to fight; without an attack, one honest run. */
export interface Job {
  readonly attack: string | null;
  readonly defense: string;
  readonly scenario: string;
  readonly seed: number;
  readonly skews: Readonly<Record<string, number>>;
  readonly stored: boolean;
  /** Whether the trace behind a verdict is wanted too; an honest run's never is. */
  readonly traced: boolean;
}

export type Answer = { readonly cell: Cell } | { readonly honest: HonestResult };

export type ToWorker =
  | { readonly say: 'fight'; readonly n: number; readonly job: Job }
  | { readonly say: 'detonated'; readonly n: number; readonly executed: boolean; readonly why: string }
  | { readonly say: 'not detonated'; readonly n: number; readonly why: string }
  | { readonly say: 'stretched'; readonly n: number; readonly key: Uint8Array };

/** In this order: loading, then loaded or refused; for each job, by its number: fighting (again with each tactic), done; detonations and keys are asked for at any time, by numbers of their own. `facts` and `answer`, an Answer, are JSON: what a plugin put into a trace may be anything, and JSON keeps what is data. */
export type FromWorker =
  | { readonly say: 'loading' }
  | { readonly say: 'loaded'; readonly facts: readonly string[] }
  | { readonly say: 'refused'; readonly why: string }
  | { readonly say: 'fighting'; readonly n: number }
  | {
      readonly say: 'detonate';
      readonly n: number;
      readonly frame: string;
      readonly canary: { readonly file: string; readonly nonce: string };
      readonly minted: readonly string[];
    }
  /** Asks for a master key: the main thread derives each only once, for all threads (salt in base64). */
  | ({ readonly say: 'stretch'; readonly n: number } & Secret)
  | { readonly say: 'done'; readonly n: number; readonly answer: string; readonly clean: boolean }
  | { readonly say: 'failed'; readonly n: number; readonly why: string };
