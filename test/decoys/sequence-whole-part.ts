/** Reads the whole part of the number where it is compared with what was sealed, and the number itself where it is counted. */
import { definePart } from '../../src/index.js';
import { countersOf } from '../support/counters.js';

export const parts = [
  definePart(countersOf('sequence-whole-part', 'Counters compared as whole numbers', Math.trunc)),
];
