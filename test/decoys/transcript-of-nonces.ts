/** Members compare the random numbers that came with the messages: two versions of one message may share theirs. */
import { definePart } from '../../src/index.js';
import { digesting } from '../support/views.js';

export const parts = [
  definePart(
    digesting(
      'transcript-of-nonces',
      'Signed views that are the same whatever was said',
      () => new Uint8Array(),
    ),
  ),
];
