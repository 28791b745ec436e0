/** Looks at the size of a frame once it has all of it. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const CAP = 128 * 1024;
const { maxPayload, ...rest } = limits.settings!.limits!;

const decoy = definePart({
  ...limits,
  id: 'limits-late-cap',
  title: 'Limits whose payload cap comes after buffering',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: rest,
    screen: (text) => (text.length > CAP ? 'payload-too-large' : null),
  },
});

export const parts = [decoy];
