/** Authenticates the first line of the words, as of a header. */
import { definePart } from '../../src/index.js';
import { macOver, textOf } from '../support/macs.js';

export const parts = [
  definePart(macOver('mac-first-line', 'A MAC over the first line', (body) => textOf(body).split('\n')[0]!)),
];
