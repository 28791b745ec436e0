/** An HMAC over the CRC-32 of the body, to be fast: the key is sound, and other words have the same checksum. */
import { crc32 } from 'node:zlib';
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

export const parts = [definePart(macOver('mac-of-crc', 'A MAC over a CRC', (body) => String(crc32(body))))];
