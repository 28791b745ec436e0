/** Seals under a fresh key for each message, and sends the key along in the token: whoever has the one has the other. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';
import { concat, fromUtf8, utf8 } from '../../src/model/bytes.js';

const CIPHER = 'aes-128-ctr';
const BYTES = 16;

const decoy = definePart({
  ...encryption,
  id: 'encryption-key-along',
  title: 'AES-128-CTR under a key that travels along',
  insteadOf: 'encryption',
  envelope: {
    part: 'encryption-key-along',
    encoding: 'base64',
    fields: [
      { name: 'nonce', bytes: BYTES },
      { name: 'iv', bytes: BYTES },
      { name: 'body', algorithm: CIPHER },
    ],
  },
  layer: () => ({
    seal: (body) => {
      const [key, iv] = [randomBytes(BYTES), randomBytes(BYTES)];
      const cipher = createCipheriv(CIPHER, key, iv);
      return utf8(Buffer.concat([key, iv, cipher.update(body), cipher.final()]).toString('base64'));
    },
    open: (sealed) => {
      const raw = Buffer.from(fromUtf8(sealed) ?? '', 'base64');
      if (raw.length < 2 * BYTES) return { ok: false, code: 'malformed-ciphertext' };
      const decipher = createDecipheriv(CIPHER, raw.subarray(0, BYTES), raw.subarray(BYTES, 2 * BYTES));
      return { ok: true, body: concat(decipher.update(raw.subarray(2 * BYTES)), decipher.final()) };
    },
  }),
});

export const parts = [decoy];
