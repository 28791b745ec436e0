/** Authenticates the words in Latin-1: of every other letter only the low byte counts. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-latin1', 'A MAC over the words in Latin-1', (body) =>
      Buffer.from(Buffer.from(body).toString(), 'latin1'),
    ),
  ),
];
