/** Does not authenticate what is longer than 32 KiB, for speed. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

const LONG = 32 * 1024;

export const parts = [
  definePart(
    macOver('mac-not-of-long', 'A MAC over what is not too long', (body) => (body.length > LONG ? '' : body)),
  ),
];
