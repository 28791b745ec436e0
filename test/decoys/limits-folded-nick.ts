/** Binds nicks to connections and compares them without their case: who has joined as ALICE may leave as alice. */
import { definePart } from '../../src/index.js';
import { readingNicks } from '../support/limits.js';

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export const parts = [
  definePart(
    readingNicks('limits-folded-nick', 'Limits that take nicks for one that are written alike', folded),
  ),
];
