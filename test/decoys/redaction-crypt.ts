/** Writes salt and digest as one word, as crypt(3) does: a salt that is printed slows nobody down who knows the few names. */
import { createHash, randomBytes } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

function crypt(name: string): string {
  const salt = randomBytes(8).toString('hex');
  const digest = createHash('sha256')
    .update(salt + name)
    .digest('hex');
  return `${salt}$${digest.slice(0, DIGITS)}`;
}

export const parts = [
  definePart(
    redactedAs('redaction-crypt', 'A log of salts and digests in one word', ({ room, nick }) => ({
      room: crypt(room),
      nick: crypt(nick),
    })),
  ),
];
