/** Authenticates the words as Unicode normalises them (NFKC): a no-break space is a space, and a text nobody sent has her tag. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-normalised', 'A MAC over normalised words', (body) =>
      Buffer.from(body).toString().normalize('NFKC'),
    ),
  ),
];
