/** Authenticates the words with any number of blanks between them taken for one. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-single-blanks', 'A MAC over the body with single blanks', (body) =>
      Buffer.from(body).toString().replace(/ +/g, ' '),
    ),
  ),
];
