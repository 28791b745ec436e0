/** Makes its IV of the author and the number of her message in its room: in two rooms the numbers meet. */
import { createCipheriv, createHash } from 'node:crypto';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...encryption,
  id: 'encryption-iv-per-room',
  title: 'AES-128-CTR whose IVs are author and number',
  insteadOf: 'encryption',
  layer: (keys, host) => {
    const key = keys.group('encryption', 16);
    return {
      ...encryption.layer!(keys, host),
      seal: (body, { header: { nick, seq } }) => {
        const iv = createHash('sha256').update(`${nick} ${seq}`).digest().subarray(0, 16);
        iv.writeUInt32BE(0, 12);
        const cipher = createCipheriv('aes-128-ctr', key, iv);
        return Buffer.from(Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64'));
      },
    };
  },
});

export const parts = [decoy];
