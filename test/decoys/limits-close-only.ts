/** Removes a session when its connection closes, and waits for ever for one that only fell silent. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const { heartbeat, ...rest } = limits.settings!.limits!;

const decoy = definePart({
  ...limits,
  id: 'limits-close-only',
  title: 'Limits without a heartbeat',
  insteadOf: 'limits',
  settings: { ...limits.settings, limits: rest },
});

export const parts = [decoy];
