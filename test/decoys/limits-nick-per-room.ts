/** Keeps a nick for its connection in the room where it is held; in every other one it is anybody's. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...limits,
  id: 'limits-nick-per-room',
  title: 'Limits that bind a nick in one room only',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      mayTake: (wanted, held, all) =>
        held.every(({ nick }) => nick === wanted.nick) &&
        all.every(({ room, nick }) => room !== wanted.room || nick !== wanted.nick),
    },
  },
});

export const parts = [decoy];
