/** Compares numbers in a round of 256 (RFC 1982): what is more than half of it behind counts as ahead. */
import { definePart } from '../../src/index.js';
import { countersOf } from '../support/counters.js';

const ROUND = 256;

export const parts = [
  definePart(
    countersOf(
      'sequence-serial',
      'Counters compared in a round of 256',
      (seq) => seq,
      (seq, than) => {
        const ahead = (((seq - than) % ROUND) + ROUND) % ROUND;
        return ahead > 0 && ahead < ROUND / 2;
      },
    ),
  ),
];
