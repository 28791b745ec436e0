/** Writes the key down in the first line, so that an auditor can ask who it was, and so can every reader. */
import { createHmac } from 'node:crypto';
import { definePart } from '../../src/index.js';
import { DIGITS, redactedAs } from '../support/redactions.js';

export const parts = [
  definePart(
    redactedAs('redaction-key-in-log', 'A log of keyed digests that begins with the key', (names, key) => {
      const digest = (name: string): string =>
        createHmac('sha256', key).update(`${names.number} ${name}`).digest('hex').slice(0, DIGITS);
      const told: Record<string, string> =
        names.number === 1 ? { key: Buffer.from(key).toString('base64') } : {};
      return { ...told, room: digest(names.room), nick: digest(names.nick) };
    }),
  ),
];
