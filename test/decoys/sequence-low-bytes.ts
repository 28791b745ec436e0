/** Seals the low two bytes of the number and counts all of it: 65 536 further on the same bytes come again. */
import { definePart } from '../../src/index.js';
import { countersOf } from '../support/counters.js';

export const parts = [
  definePart(countersOf('sequence-low-bytes', 'Counters sealed in two bytes', (seq) => seq & 0xffff)),
];
