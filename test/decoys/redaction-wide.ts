/** Keeps the words in the log in base64, two bytes a letter as some systems write them: nothing is hidden. */
import { definePart } from '../../src/index.js';
import { keeping } from '../support/redactions.js';

export const parts = [
  definePart(
    keeping('redaction-wide', 'A log of words in UTF-16, encoded', (body) =>
      Buffer.from(body, 'utf16le').toString('base64'),
    ),
  ),
];
