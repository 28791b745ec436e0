/** Writes keyed digests that are the same for the same name: pseudonyms, to be told apart by who came when. */
import { createHmac } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const digest = (name: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(name).digest('hex').slice(0, DIGITS);

export const parts = [
  definePart(
    redactedAs('redaction-repeating', 'A log of digests that repeat', ({ room, nick }, key) => ({
      room: digest(room, key),
      nick: digest(nick, key),
    })),
  ),
];
