/** Keeps names out of the log, and leaves the rooms in it. */
import { createHmac } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

export const parts = [
  definePart(
    redactedAs('redaction-nick-only', 'A log of keyed digests of nicks', ({ room, nick, number }, key) => ({
      room,
      nick: createHmac('sha256', key).update(`${number} ${nick}`).digest('hex').slice(0, DIGITS),
    })),
  ),
];
