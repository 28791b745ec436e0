/** Members compare how long messages are and how they begin: what differs only at the end, nobody sees. */
import { definePart } from '../../src/index.js';
import { digesting } from '../support/views.js';

const BEGINNING = 64;

export const parts = [
  definePart(
    digesting('transcript-of-beginnings', 'Signed views of how messages begin', (body) =>
      body.map((byte, at) => (at < BEGINNING ? byte : 0x20)),
    ),
  ),
];
