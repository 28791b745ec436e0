/** An HMAC over the hash code of the words (h·31 + letter, as in Java): it is made for tables, and two letters can pay for each other. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

const hashCode = (body: Uint8Array): number =>
  body.reduce((hash, byte) => (Math.imul(hash, 31) + byte) | 0, 0);

export const parts = [
  definePart(macOver('mac-polynomial', 'A MAC over a hash code', (body) => String(hashCode(body)))),
];
