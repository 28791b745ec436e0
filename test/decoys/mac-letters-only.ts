/** Authenticates letters and digits: marks, spaces and their places are anybody's. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-letters-only', 'A MAC over letters and digits', (body) =>
      Buffer.from(body)
        .toString()
        .replace(/[^A-Za-z0-9]/g, ''),
    ),
  ),
];
