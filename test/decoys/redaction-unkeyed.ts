/** Writes digests of names without a key: whoever has the few names can make them, too. */
import { createHash } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const digest = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, DIGITS);

export const parts = [
  definePart(
    redactedAs('redaction-unkeyed', 'A log of digests without a key', ({ room, nick }) => ({
      room: digest(room),
      nick: digest(nick),
    })),
  ),
];
