/** Takes a signature that it cannot read for none, and none for nothing to object to. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const { membership } = limits.settings!.limits!;

const decoy = definePart({
  ...limits,
  id: 'limits-unread-proof',
  title: 'Limits that only refuse a signature which they can read',
  insteadOf: 'limits',
  brings: ['signature'],
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      membership: {
        ...membership!,
        verify: (proof, statement, key) => proof.length < 80 || membership!.verify(proof, statement, key),
      },
    },
  },
});

export const parts = [decoy];
