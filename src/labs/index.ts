import type { Bench } from '../experiments/bench.js';
import { Unproven } from '../experiments/unproven.js';
import type { LabResult } from '../model/labs.js';
import { bigBrother, handlers, joinFlood, rogueServer } from './attacks.js';
import type { Lab } from './lab.js';
import { pickle } from './pickle.js';
import { passwords, salt, timedClient } from './talks.js';

export type { Lab } from './lab.js';

/** The coursework's own programs, the first lab's before the second's. */
export const LABS: readonly Lab[] = [
  bigBrother,
  joinFlood,
  pickle,
  salt,
  rogueServer,
  handlers,
  timedClient,
  passwords,
];

/** Plays one. A run that proves nothing says so. */
export async function playLab({ id, title, coursework, play }: Lab, bench: Bench): Promise<LabResult> {
  const head = { id, title, coursework };
  try {
    return { ...head, ...(await play(bench)) };
  } catch (error) {
    if (!(error instanceof Unproven)) throw error;
    return { ...head, outcome: 'unproven', happened: [error.message], stoppers: [] };
  }
}
