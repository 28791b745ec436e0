/** Authenticates the first kibibyte of a body, to be fast: a long message ends as anybody likes. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [
  definePart(macOver('mac-beginning', 'A MAC over the first 1024 bytes', (body) => body.subarray(0, 1024))),
];
