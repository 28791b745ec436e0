/** Authenticates what is ASCII and skips the rest: what is not displayed is not covered. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-ascii', 'A MAC over the ASCII of a body', (body) => body.filter((byte) => byte < 0x80)),
  ),
];
