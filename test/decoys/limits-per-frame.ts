/** Caps what is sent to a slow reader frame by frame, and not what has piled up for it. */
import { definePart } from '../../src/index.js';
import { limitedBy } from '../support/limits.js';

const CAP = 512 * 1024;

export const parts = [
  definePart(
    limitedBy('limits-per-frame', 'Limits that cap each frame', { overflows: (_, frame) => frame > CAP }),
  ),
];
