/** Authenticates the first half of the body and believes the rest. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-half', 'A MAC over half of the body', (body) =>
      body.subarray(0, Math.floor(body.length / 2)),
    ),
  ),
];
