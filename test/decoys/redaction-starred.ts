/** Puts an asterisk in the place of each letter of a name: so long are few names. */
import { definePart } from '../../src/index.js';
import { redactedAs } from '../support/redactions.js';

const starred = (name: string): string => '*'.repeat(name.length);

export const parts = [
  definePart(
    redactedAs('redaction-starred', 'A log of names in asterisks', ({ room, nick }) => ({
      room: starred(room),
      nick: starred(nick),
    })),
  ),
];
