/** Authenticates the text of a message and nothing that stands beside it: a decoder revives that, too. */
import { definePart } from '../../src/index.js';
import { macOver, textOf } from '../support/macs.js';

export const parts = [definePart(macOver('mac-text-only', 'A MAC over the text of a message', textOf))];
