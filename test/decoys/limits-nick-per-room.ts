/** Keeps a nick for its connection in the room where it is held; in every other one it is anybody's. */
import { definePart } from '../../src/index.js';
import { limitedBy } from '../support/limits.js';

export const parts = [
  definePart(
    limitedBy('limits-nick-per-room', 'Limits that bind a nick in one room only', {
      mayTake: (wanted, held, all) =>
        held.every(({ nick }) => nick === wanted.nick) &&
        all.every(({ room, nick }) => room !== wanted.room || nick !== wanted.nick),
    }),
  ),
];
