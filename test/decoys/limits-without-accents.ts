/** Binds nicks to connections and compares them without their accents: who has joined as álice may leave as alice. */
import { definePart } from '../../src/index.js';
import { readingNicks } from '../support/limits.js';

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');

export const parts = [
  definePart(
    readingNicks('limits-without-accents', 'Limits that take nicks for one but for their accents', plain),
  ),
];
