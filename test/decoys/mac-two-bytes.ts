/** An HMAC cut to 16 bits: whoever may try as often as she likes tries all 65 536. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

const TAG_BYTES = 2;

export const parts = [definePart(macOver('mac-two-bytes', 'A MAC of two bytes', (body) => body, TAG_BYTES))];
