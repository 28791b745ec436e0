/** Looks at every frame but messages, whose bodies are sealed and checked elsewhere. */
import { definePart } from '../../src/index.js';
import { screeningAllBut } from '../support/screens.js';

export const parts = [
  definePart(
    screeningAllBut(
      'message',
      'codec-not-in-messages',
      'The reviving codec behind a filter of all but messages',
    ),
  ),
];
