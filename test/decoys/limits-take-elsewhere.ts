/** Holds a nick to its connection; one that is in a room already may take another there that is free in it. */
import { definePart } from '../../src/index.js';
import { limitedBy } from '../support/limits.js';

export const parts = [
  definePart(
    limitedBy('limits-take-elsewhere', 'Limits that look for a second nick in its room only', {
      mayTake: ({ room, nick }, held, all) =>
        all.every((session) => session.nick !== nick || (held.length > 0 && session.room !== room)),
    }),
  ),
];
