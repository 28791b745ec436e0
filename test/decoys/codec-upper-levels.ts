/** Looks for functions in the upper levels of a frame: deeper than that, nobody is thought to hide one. */
import { definePart } from '../../src/index.js';
import { lookingAt } from '../support/screens.js';

const LEVELS = 8;

export const parts = [
  definePart(
    lookingAt(
      'codec-upper-levels',
      'The reviving codec behind a look at the upper levels',
      (_, { level }) => level <= LEVELS,
    ),
  ),
];
