/** Counts the joins of a connection for each room, as if rooms were not for the asking. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const QUOTA = 8;

const decoy = definePart({
  ...limits,
  id: 'limits-quota-per-room',
  title: 'Limits that count joins for each room',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      admits: ({ room }, held) => held.filter((session) => session.room === room).length < QUOTA,
    },
  },
});

export const parts = [decoy];
