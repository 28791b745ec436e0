/** Authenticates the words without the blanks around them. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-trimmed', 'A MAC over trimmed words', (body) =>
      (JSON.parse(Buffer.from(body).toString()) as { text: string }).text.trim(),
    ),
  ),
];
