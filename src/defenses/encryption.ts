import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decodeBase64 } from '../model/base64.js';
import { concat, fromUtf8, utf8 } from '../model/bytes.js';
import type { Part } from '../model/defense.js';

const CIPHER = 'aes-128-ctr';
const IV_BYTES = 16;

/** AES-128 in counter mode (NIST SP 800-38A §6.5) under the group key. Nothing is authenticated. */
export const encryption: Part = {
  id: 'encryption',
  title: 'AES-128-CTR under a group password',
  protects: 'the words, from whoever has no group key',
  leavesOpen: 'everything but secrecy: whoever carries a message can change, copy, hold or re-address it',
  stage: 'decrypt',
  envelope: {
    part: 'encryption',
    encoding: 'base64',
    fields: [
      { name: 'iv', bytes: IV_BYTES },
      { name: 'body', algorithm: CIPHER },
    ],
  },
  layer: (keys) => {
    const key = keys.group('encryption', 16);
    return {
      seal: (body) => {
        // Fresh and random for each message: under CTR a repeated IV repeats the keystream.
        const iv = randomBytes(IV_BYTES);
        const cipher = createCipheriv(CIPHER, key, iv);
        return utf8(Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64'));
      },
      open: (body) => {
        const raw = decodeBase64(fromUtf8(body) ?? '');
        if (!raw || raw.length < IV_BYTES) return { ok: false, code: 'malformed-ciphertext' };
        const decipher = createDecipheriv(CIPHER, key, raw.subarray(0, IV_BYTES));
        return { ok: true, body: concat(decipher.update(raw.subarray(IV_BYTES)), decipher.final()) };
      },
    };
  },
};
