/** Hashes a list of a salt and a name, and writes the salt beside it: fresh for each line, and secret from nobody. */
import { createHash, randomBytes } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

const digest = (salt: string, name: string): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, name]))
    .digest('hex')
    .slice(0, DIGITS);

export const parts = [
  definePart(
    redactedAs('redaction-listed-salt', 'A log of digests with a fresh salt each', ({ room, nick }) => {
      const salt = randomBytes(8).toString('hex');
      return { salt, room: digest(salt, room), nick: digest(salt, nick) };
    }),
  ),
];
