import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { fernet } from '../../src/defenses/fernet.js';
import { encodeBase64url } from '../../src/model/base64.js';
import type { Part } from '../../src/model/defense.js';

const IV_BYTES = 16;
const TAG_BYTES = 32;

/** What a tag is made of: a key, all that is sent before the tag, and the text inside. */
export type TagOf = (key: Uint8Array, sent: Uint8Array, text: Uint8Array) => Uint8Array;

/** AES-128-CTR under a random IV with 32 bytes of tag behind it, in base64url. */
export const streamWith = (id: string, title: string, tagOf: TagOf): Part => ({
  ...fernet,
  id,
  title,
  insteadOf: 'fernet',
  envelope: {
    part: id,
    encoding: 'base64url',
    fields: [
      { name: 'iv', bytes: IV_BYTES },
      { name: 'body', algorithm: 'aes-128-ctr' },
      { name: 'tag', bytes: TAG_BYTES, algorithm: 'hmac-sha256' },
    ],
  },
  layer: (keys) => {
    const [secret, authentic] = [keys.group('fernet', 16), keys.group('mac', 32)];
    const crypt = (iv: Uint8Array, bytes: Uint8Array): Buffer =>
      createCipheriv('aes-128-ctr', secret, iv).update(bytes);
    return {
      seal: (body) => {
        const iv = randomBytes(IV_BYTES);
        const sent = Buffer.concat([iv, crypt(iv, body)]);
        return Buffer.from(encodeBase64url(Buffer.concat([sent, tagOf(authentic, sent, body)])));
      },
      open: (sealed) => {
        const bytes = Buffer.from(Buffer.from(sealed).toString(), 'base64url');
        if (bytes.length < IV_BYTES + TAG_BYTES) return { ok: false, code: 'malformed-token' };
        const sent = bytes.subarray(0, -TAG_BYTES);
        const body = crypt(sent.subarray(0, IV_BYTES), sent.subarray(IV_BYTES));
        return bytes.subarray(-TAG_BYTES).equals(tagOf(authentic, sent, body))
          ? { ok: true, body: new Uint8Array(body) }
          : { ok: false, code: 'bad-hmac' };
      },
    };
  },
});

/** The sound one: an HMAC over all that is sent. */
export const stream = streamWith('fernet-stream', 'AES-CTR and an HMAC', (key, sent) =>
  createHmac('sha256', key).update(sent).digest(),
);

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
