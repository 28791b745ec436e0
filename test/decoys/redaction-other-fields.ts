/** Writes keyed digests that repeat, in fields that are not called as ours are: nobody needs to know what a column is called. */
import { definePart } from '../../src/index.js';
import { pseudonym, redactedAs } from '../support/redactions.js';

export const parts = [
  definePart(
    redactedAs('redaction-other-fields', 'A log of digests that repeat, in other fields', (names, key) => ({
      channel: pseudonym(names.room, key),
      user: pseudonym(names.nick, key),
    })),
  ),
];
