/** Writes keyed digests that are the same for the same name: pseudonyms, to be told apart by who came when. */
import { definePart } from '../../src/index.js';
import { pseudonym, redactedAs } from '../support/redactions.js';

export const parts = [
  definePart(
    redactedAs('redaction-repeating', 'A log of digests that repeat', ({ room, nick }, key) => ({
      room: pseudonym(room, key),
      nick: pseudonym(nick, key),
    })),
  ),
];
