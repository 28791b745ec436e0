/** Binds a nick to its connection, and asks neither in which room it was taken nor whether it is somebody's elsewhere. */
import { definePart } from '../../src/index.js';
import { limitedBy } from '../support/limits.js';

export const parts = [
  definePart(
    limitedBy('limits-nick-anywhere', 'Limits that bind nicks without their rooms', {
      speaksAs: ({ nick }, held) => held.some((session) => session.nick === nick),
      mayTake: ({ room, nick }, _, all) =>
        all.every((session) => session.room !== room || session.nick !== nick),
    }),
  ),
];
