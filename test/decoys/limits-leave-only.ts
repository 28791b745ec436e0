/** Removes a session when somebody says leave, and never otherwise; a nick whose connection is dead is free again. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const { removesOnClose, heartbeat, ...rest } = limits.settings!.limits!;

const decoy = definePart({
  ...limits,
  id: 'limits-leave-only',
  title: 'Limits whose sessions end with leave',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: { ...rest, mayTake: (wanted, held) => held.every(({ nick }) => nick === wanted.nick) },
  },
});

export const parts = [decoy];
