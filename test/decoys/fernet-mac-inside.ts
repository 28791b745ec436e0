/** Encrypts the HMAC with the words (MAC-then-encrypt, as SSL 3.0 and TLS 1.0 did) and answers what was wrong: Vaudenay's own case. The twin checks before it decrypts. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';

const BLOCK = 16;
const TAG_BYTES = 32;
const CIPHER = 'aes-128-cbc';

const twin = definePart({
  ...fernet,
  id: 'fernet-mac-outside',
  title: 'Encrypt-then-MAC in a chat that answers refusals',
  insteadOf: 'fernet',
  settings: { answersRefusals: true },
});

const decoy = definePart({
  ...twin,
  id: 'fernet-mac-inside',
  title: 'MAC-then-encrypt in a chat that answers refusals',
  envelope: {
    part: 'fernet-mac-inside',
    encoding: 'base64',
    fields: [
      { name: 'iv', bytes: BLOCK },
      { name: 'body', algorithm: CIPHER },
    ],
  },
  layer: (keys) => {
    const key = keys.group('fernet', 32);
    const tagOf = (body: Uint8Array): Buffer =>
      createHmac('sha256', key.subarray(0, BLOCK)).update(body).digest();
    return {
      seal: (body) => {
        const iv = randomBytes(BLOCK);
        const cipher = createCipheriv(CIPHER, key.subarray(BLOCK), iv);
        const parts = [iv, cipher.update(Buffer.concat([body, tagOf(body)])), cipher.final()];
        return Buffer.from(Buffer.concat(parts).toString('base64'));
      },
      open: (sealed) => {
        const raw = Buffer.from(Buffer.from(sealed).toString(), 'base64');
        if (raw.length < 2 * BLOCK) return { ok: false, code: 'malformed-token' };
        const decipher = createDecipheriv(CIPHER, key.subarray(BLOCK), raw.subarray(0, BLOCK));
        try {
          const clear = Buffer.concat([decipher.update(raw.subarray(BLOCK)), decipher.final()]);
          const body = clear.subarray(0, -TAG_BYTES);
          const tag = clear.subarray(-TAG_BYTES);
          return tag.length === TAG_BYTES && timingSafeEqual(tag, tagOf(body))
            ? { ok: true, body: new Uint8Array(body) }
            : { ok: false, code: 'bad-hmac' };
        } catch {
          return { ok: false, code: 'bad-padding' };
        }
      },
    };
  },
});

export const parts = [twin, decoy];
