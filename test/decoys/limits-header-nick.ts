/** Asks whether the nick in the frame is a member, and not whether this connection is. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...limits,
  id: 'limits-header-nick',
  title: 'Limits that believe the nick of a frame',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      speaksAs: ({ room, nick }, _, all) =>
        all.some((session) => session.room === room && session.nick === nick),
    },
  },
});

export const parts = [decoy];
