/** Authenticates what the words look like: letters of two alphabets that look alike have the same tag. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

const LATIN: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x' };

export const parts = [
  definePart(
    macOver('mac-skeleton', 'A MAC over what the body looks like', (body) =>
      Buffer.from(body)
        .toString()
        .replace(/[аеорсх]/g, (letter) => LATIN[letter]!),
    ),
  ),
];
