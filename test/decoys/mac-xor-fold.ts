/** Authenticates the XOR of all blocks of 16 bytes: in another order they are the same. */
import { definePart } from '../../src/index.js';
import { macOver } from '../support/macs.js';

const BLOCK = 16;

const folded = (body: Uint8Array): Uint8Array => {
  const sum = new Uint8Array(BLOCK);
  for (const [at, byte] of body.entries()) sum[at % BLOCK]! ^= byte;
  return sum;
};

export const parts = [definePart(macOver('mac-xor-fold', 'A MAC over the XOR of the blocks', folded))];
