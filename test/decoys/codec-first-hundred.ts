/** Looks for functions in the first hundred members of each object, and no further: a frame has a dozen. */
import { definePart } from '../../src/index.js';
import { lookingAt } from '../support/screens.js';

const MEMBERS = 100;

export const parts = [
  definePart(
    lookingAt(
      'codec-first-hundred',
      'The reviving codec behind a look at a hundred members',
      (_, { index }) => index < MEMBERS,
    ),
  ),
];
