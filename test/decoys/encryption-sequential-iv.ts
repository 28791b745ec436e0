/** Draws one IV and counts on from there, block counter and all: no IV repeats, the second block of one message is the first of the next. */
import { randomBytes } from 'node:crypto';
import { ctrUnder } from '../support/ivs.js';

const decoy = ctrUnder('encryption-sequential-iv', 'AES-128-CTR whose IVs follow each other', () => {
  const start = randomBytes(8);
  let count = 0;
  return () => {
    const iv = Buffer.concat([start, Buffer.alloc(8)]);
    iv.writeUInt32BE(++count, 12);
    return iv;
  };
});

export const parts = [decoy];
