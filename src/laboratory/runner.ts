import type { Attack } from '../model/attack.js';
import { type Cell, fightCell, type Ground } from './cell.js';
import { type Honest, type HonestResult, honestResult, honestRun } from './honest.js';

/** Who fights: this thread, or a worker thread where the code of a plugin takes part. */
export interface Runner {
  cell(attack: Attack, ground: Ground): Promise<Cell>;
  honest(ground: Ground, run: Honest): Promise<HonestResult>;
}

/** The verdict without the fight behind it, which is a thousand times its size. */
export const bare = ({ result }: Cell): Cell => ({ result, decisive: null });

/** Fights in this thread. */
export const here: Runner = {
  cell: fightCell,
  honest: async (ground, run) => honestResult(await honestRun(ground, run)),
};
