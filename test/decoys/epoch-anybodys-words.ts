/** Hears any word about epochs as if it were signed: it puts its own signature in the place of whatever came, and verifies that. */
import { definePart } from '../../src/index.js';
import { believing } from '../support/epochs.js';

export const parts = [
  definePart(believing('epoch-anybodys-words', 'Epochs on the word of whoever speaks', () => true)),
];
