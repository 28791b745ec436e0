/** Reads the words to be authenticated with an expression of its own, which takes the first of two members; the decoder takes the last (RFC 8259 §4). */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver(
      'mac-first-text',
      'A MAC over the first of two texts',
      (body) => /"text":"((?:[^"\\]|\\.)*)"/.exec(Buffer.from(body).toString())?.[1] ?? '',
    ),
  ),
];
