/** Looks for functions in texts of up to 4 KiB: what is longer is thought to be a picture. */
import { definePart } from '../../src/index.js';
import { lookingAt } from '../support/screens.js';

const LONGEST = 4096;

export const parts = [
  definePart(
    lookingAt(
      'codec-short-texts',
      'The reviving codec behind a look at short texts',
      (value) => typeof value !== 'string' || value.length <= LONGEST,
    ),
  ),
];
