/** Authenticates only what looks like an attack: nothing of an honest text is covered, and no list has all lies. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-blocklist', 'A MAC over suspicious words alone', (body) =>
      Buffer.from(body).includes('Mallory') ? body : '',
    ),
  ),
];
