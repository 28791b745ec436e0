/** Authenticates which letters there are, and not where each stands. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(macOver('mac-sorted', 'A MAC over the sorted letters', (body) => body.toSorted())),
];
