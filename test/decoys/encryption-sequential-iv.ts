/** Draws one IV and counts on from there, block counter and all: no IV repeats, the second block of one message is the first of the next. */
import { createCipheriv, randomBytes } from 'node:crypto';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...encryption,
  id: 'encryption-sequential-iv',
  title: 'AES-128-CTR whose IVs follow each other',
  insteadOf: 'encryption',
  layer: (keys, host) => {
    const key = keys.group('encryption', 16);
    const start = randomBytes(8);
    let count = 0;
    return {
      ...encryption.layer!(keys, host),
      seal: (body) => {
        const iv = Buffer.concat([start, Buffer.alloc(8)]);
        iv.writeUInt32BE(++count, 12);
        const cipher = createCipheriv('aes-128-ctr', key, iv);
        return Buffer.from(Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64'));
      },
    };
  },
});

export const parts = [decoy];
