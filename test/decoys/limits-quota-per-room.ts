/** Counts the joins of a connection for each room, as if rooms were not for the asking. */
import { definePart } from '../../src/index.js';
import { limitedBy } from '../support/limits.js';

const QUOTA = 8;

export const parts = [
  definePart(
    limitedBy('limits-quota-per-room', 'Limits that count joins for each room', {
      admits: ({ room }, held) => held.filter((session) => session.room === room).length < QUOTA,
    }),
  ),
];
