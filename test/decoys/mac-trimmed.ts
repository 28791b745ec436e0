/** Authenticates the words without the blanks around them. */
import { definePart } from '../../src/index.js';
import { macOver, textOf } from '../support/macs.js';

export const parts = [
  definePart(macOver('mac-trimmed', 'A MAC over trimmed words', (body) => textOf(body).trim())),
];
