/** Keys each digest with the line's own number: an HMAC, under a key that stands beside it. */
import { createHmac } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const digest = (number: number, name: string): string =>
  createHmac('sha256', String(number)).update(name).digest('hex').slice(0, DIGITS);

export const parts = [
  definePart(
    redactedAs('redaction-number-key', "A log of digests keyed with the line's number", (names) => ({
      room: digest(names.number, names.room),
      nick: digest(names.number, names.nick),
    })),
  ),
];
