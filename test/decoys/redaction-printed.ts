/** Keeps the words in the log as a program prints its bytes: a list of numbers hides nothing. */
import { definePart } from '../../src/index.js';
import { keeping } from '../support/redactions.js';

export const parts = [
  definePart(keeping('redaction-printed', 'A log of printed bytes', (body) => Buffer.from(body))),
];
