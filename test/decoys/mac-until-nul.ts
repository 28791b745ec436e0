/** Authenticates a text as a C string: it ends with the first NUL, and what is shown does not. */
import { definePart } from '../../src/index.js';
import { macOver, textOf } from '../support/macs.js';

export const parts = [
  definePart(macOver('mac-until-nul', 'A MAC over a C string', (body) => textOf(body).split('\0')[0]!)),
];
