/** Salts each digest with the line's own number: no two are alike, and everybody can make them. */
import { createHash } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const digest = (number: number, name: string): string =>
  createHash('sha256').update(`${number}:${name}`).digest('hex').slice(0, DIGITS);

export const parts = [
  definePart(
    redactedAs('redaction-numbered', "A log of digests salted with the line's number", (names) => ({
      room: digest(names.number, names.room),
      nick: digest(names.number, names.nick),
    })),
  ),
];
