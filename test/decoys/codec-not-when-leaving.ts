/** Looks at every request but those to leave, which have nothing in them that anybody would want to check. */
import { definePart } from '../../src/index.js';
import { screeningAllBut } from '../support/screens.js';

export const parts = [
  definePart(
    screeningAllBut(
      'leave',
      'codec-not-when-leaving',
      'The reviving codec behind a filter of all but one request',
    ),
  ),
];
