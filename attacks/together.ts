import type { Tactic } from '../src/model/attack.js';

/** Tactics that can be played in one fight. */
export const together = <T extends Tactic>(tactics: readonly T[]): readonly T[] =>
  tactics.map((tactic) => ({ ...tactic, together: true }));
