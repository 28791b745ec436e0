/** Takes a signature that it cannot read for none, and none for nothing to object to. */
import { definePart } from '../../src/index.js';
import { verifyingBy } from '../support/limits.js';

const SHORTEST = 80;

export const parts = [
  definePart(
    verifyingBy(
      'limits-unread-proof',
      'Limits that only refuse a signature which they can read',
      (sound) => (proof, statement, key) => proof.length < SHORTEST || sound(proof, statement, key),
    ),
  ),
];
