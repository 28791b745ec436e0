/** Authenticates the words without their markup: a tag of HTML is as good as none. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-without-markup', 'A MAC over the body without its markup', (body) =>
      Buffer.from(body)
        .toString()
        .replace(/<[^>]*>/g, ''),
    ),
  ),
];
