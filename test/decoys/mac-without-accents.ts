/** Authenticates the words without their accents, as a search index keeps them: accents can be put on and taken off. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(
    macOver('mac-without-accents', 'A MAC over the body without accents', (body) =>
      Buffer.from(body).toString().normalize('NFD').replace(/\p{M}/gu, ''),
    ),
  ),
];
