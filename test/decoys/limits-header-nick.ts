/** Asks whether the nick in the frame is a member, and not whether this connection is. */
import { definePart } from '../../src/index.js';
import { limitedBy } from '../support/limits.js';

export const parts = [
  definePart(
    limitedBy('limits-header-nick', 'Limits that believe the nick of a frame', {
      speaksAs: ({ room, nick }, _, all) =>
        all.some((session) => session.room === room && session.nick === nick),
    }),
  ),
];
