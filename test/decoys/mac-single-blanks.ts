/** Authenticates the words with whatever parts them taken for one blank: tabs, and blanks without number. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-single-blanks', 'A MAC over the body with single blanks', (body) =>
      Buffer.from(body).toString().replace(/ +/g, ' '),
    ),
  ),
];
