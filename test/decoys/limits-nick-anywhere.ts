/** Binds a nick to its connection, and asks neither in which room it was taken nor whether it is somebody's elsewhere. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...limits,
  id: 'limits-nick-anywhere',
  title: 'Limits that bind nicks without their rooms',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      speaksAs: ({ nick }, held) => held.some((session) => session.nick === nick),
      mayTake: ({ room, nick }, _, all) =>
        all.every((session) => session.room !== room || session.nick !== nick),
    },
  },
});

export const parts = [decoy];
