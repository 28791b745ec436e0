/** Counts its IVs behind its own name, from one whenever its program starts: no two devices share one, and no program repeats one but its next. */
import { createCipheriv, createHash } from 'node:crypto';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...encryption,
  id: 'encryption-restarting-iv',
  title: 'AES-128-CTR whose devices count their IVs in memory',
  insteadOf: 'encryption',
  layer: (keys, host) => {
    const key = keys.group('encryption', 16);
    let count = 0;
    return {
      ...encryption.layer!(keys, host),
      seal: (body, { header }) => {
        const iv = createHash('sha256').update(header.nick).digest().subarray(0, 16);
        iv.writeUInt32BE(++count, 8);
        iv.writeUInt32BE(0, 12);
        const cipher = createCipheriv('aes-128-ctr', key, iv);
        return Buffer.from(Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64'));
      },
    };
  },
});

export const parts = [decoy];
