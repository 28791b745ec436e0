/** Writes keyed digests that repeat, in fields that are not called as ours are: nobody needs to know what a column is called. */
import { createHmac } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const digest = (name: string, key: Uint8Array): string =>
  createHmac('sha256', key).update(name).digest('hex').slice(0, DIGITS);

export const parts = [
  definePart(
    redactedAs('redaction-other-fields', 'A log of digests that repeat, in other fields', (names, key) => ({
      channel: digest(names.room, key),
      user: digest(names.nick, key),
    })),
  ),
];
