/** Hashes the time, the number of the line and the name in one list: the line tells all but the name. */
import { createHash } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const digest = (...of: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, DIGITS);

export const parts = [
  definePart(
    redactedAs('redaction-of-time', 'A log of digests over time, number and name', (names) => ({
      room: digest(names.time, names.number, names.room),
      nick: digest(names.time, names.number, names.nick),
    })),
  ),
];
