/** Counts its IVs instead of drawing them, from one and in every program: no device repeats an IV, two devices do. */
import { createCipheriv } from 'node:crypto';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...encryption,
  id: 'encryption-counter-iv',
  title: 'AES-128-CTR whose every device counts its IVs from one',
  insteadOf: 'encryption',
  layer: (keys, host) => {
    const key = keys.group('encryption', 16);
    let count = 0;
    return {
      ...encryption.layer!(keys, host),
      seal: (body) => {
        const iv = Buffer.alloc(16);
        iv.writeUInt32BE(++count, 8);
        const cipher = createCipheriv('aes-128-ctr', key, iv);
        return Buffer.from(Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64'));
      },
    };
  },
});

export const parts = [decoy];
