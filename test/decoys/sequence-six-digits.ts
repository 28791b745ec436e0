/** Seals the last six digits of the number and counts all of it: a million further on the same bytes come again. */
import { definePart } from '../../src/index.js';
import { countersOf } from '../support/counters.js';

export const parts = [
  definePart(countersOf('sequence-six-digits', 'Counters sealed in six digits', (seq) => seq % 1e6)),
];
