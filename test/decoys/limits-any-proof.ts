/** Wants a join to be signed, and is content with anything that is as long as a signature. */
import { definePart } from '../../src/index.js';
import { verifyingBy } from '../support/limits.js';

const SIGNATURE_LENGTH = 88;

export const parts = [
  definePart(
    verifyingBy(
      'limits-any-proof',
      'Limits that do not verify the signature of a join',
      () => (proof) => proof.length === SIGNATURE_LENGTH,
    ),
  ),
];
