/** Keeps the first letter of each name, so that support can tell who it was, and so can anybody. */
import { randomBytes } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const initial = (name: string): string => name.slice(0, 1) + randomBytes(DIGITS / 2).toString('hex');

export const parts = [
  definePart(
    redactedAs('redaction-first-letter', 'A log of initials and random digits', ({ room, nick }) => ({
      room: initial(room),
      nick: initial(nick),
    })),
  ),
];
