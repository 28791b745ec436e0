/** Wants a join to be signed, and is content with anything that is as long as a signature. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const SIGNATURE_LENGTH = 88;

const decoy = definePart({
  ...limits,
  id: 'limits-any-proof',
  title: 'Limits that do not verify the signature of a join',
  insteadOf: 'limits',
  brings: ['signature'],
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      membership: {
        ...limits.settings!.limits!.membership!,
        verify: (proof) => proof.length === SIGNATURE_LENGTH,
      },
    },
  },
});

export const parts = [decoy];
