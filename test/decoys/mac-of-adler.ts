/** An HMAC over the Adler-32 of the body (RFC 1950 §8.2), to be fast: the key is sound, and other words have the same checksum. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

const MODULUS = 65_521;

function adler32(body: Uint8Array): number {
  let [sum, sums] = [1, 0];
  for (const byte of body) {
    sum = (sum + byte) % MODULUS;
    sums = (sums + sum) % MODULUS;
  }
  return sums * 0x10000 + sum;
}

export const parts = [
  definePart(macOver('mac-of-adler', 'A MAC over an Adler-32', (body) => String(adler32(body)))),
];
