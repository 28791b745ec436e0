/** Caps what is sent to a slow reader frame by frame, and not what has piled up for it. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const CAP = 512 * 1024;

const decoy = definePart({
  ...limits,
  id: 'limits-per-frame',
  title: 'Limits that cap each frame',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: { ...limits.settings!.limits, overflows: (_, frame) => frame > CAP },
  },
});

export const parts = [decoy];
