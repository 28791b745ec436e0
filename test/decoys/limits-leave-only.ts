/** Removes a session when somebody says leave, and never otherwise. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const { removesOnClose, heartbeat, ...rest } = limits.settings!.limits!;

const decoy = definePart({
  ...limits,
  id: 'limits-leave-only',
  title: 'Limits whose sessions end with leave',
  insteadOf: 'limits',
  settings: { ...limits.settings, limits: rest },
});

export const parts = [decoy];
