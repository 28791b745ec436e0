import type { ClaimResult } from '../../src/model/claims.js';
import type { Ablation } from '../../src/model/results.js';

/** A ruling made by hand. */
export const CLAIM: ClaimResult = {
  number: 3,
  french: 'Le MAC suffit',
  english: 'A MAC is enough',
  basis: 'experiment',
  configuration: 'mac',
  observed: 'a copy got through',
  ruling: 'half right',
  because: 'it stops changes only',
};

/** An ablation made by hand, in which one part is needed for one attack. */
export const ablationOf = (defense: string, part: string, attack: string): Ablation => ({
  schema: 'mallory/ablation/v1',
  version: '0.0.0',
  seed: 1,
  containment: 'none needed',
  defense,
  roles: [
    {
      part,
      gone: [part],
      needed: [{ attack, whole: 'defeated', without: 'breached', because: 'it got through' }],
      unproved: [],
      standIns: [],
    },
  ],
  controls: [],
  trials: [],
});
