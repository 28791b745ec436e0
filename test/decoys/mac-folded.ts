/** Authenticates the words in small letters: what differs in capitals alone has the same tag. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-folded', 'A MAC over the body in small letters', (body) =>
      Buffer.from(body).toString().toLowerCase(),
    ),
  ),
];
