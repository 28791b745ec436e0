import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decodeBase64 } from '../model/base64.js';
import { concat, fromUtf8, utf8 } from '../model/bytes.js';
import type { Opened, Part } from '../model/defense.js';
import { encryption } from './encryption.js';

const CIPHER = 'aes-128-cbc';
const IV_BYTES = 16;

/**
 * A variant, vulnerable on purpose: AES-128-CBC with PKCS#7 (RFC 5652 §6.3), unauthenticated, and a receiver that tells
 * the author why it refused: together a padding oracle (Vaudenay 2002; CWE-649, CWE-209).
 */
export const encryptionCbc: Part = {
  ...encryption,
  id: 'encryption-cbc',
  title: 'AES-128-CBC, unauthenticated, padding errors answered',
  protects: 'the words, from whoever only listens',
  leavesOpen: 'the words too, to whoever can send a receiver mutated copies and hear its answers',
  insteadOf: 'encryption',
  envelope: {
    part: 'encryption-cbc',
    encoding: 'base64',
    fields: [
      { name: 'iv', bytes: IV_BYTES },
      { name: 'body', algorithm: CIPHER },
    ],
  },
  settings: { answersRefusals: true },
  layer: (keys) => {
    const key = keys.group('encryption', 16);
    return {
      seal: (body) => {
        const iv = randomBytes(IV_BYTES);
        const cipher = createCipheriv(CIPHER, key, iv);
        return utf8(Buffer.concat([iv, cipher.update(body), cipher.final()]).toString('base64'));
      },
      open: (body) => {
        const raw = decodeBase64(fromUtf8(body) ?? '');
        return raw && raw.length >= 2 * IV_BYTES && raw.length % IV_BYTES === 0
          ? decrypted(key, raw)
          : { ok: false, code: 'malformed-ciphertext' };
      },
    };
  },
};

/** Whole blocks only: what is left to go wrong is the padding. */
function decrypted(key: Uint8Array, raw: Uint8Array): Opened {
  const decipher = createDecipheriv(CIPHER, key, raw.subarray(0, IV_BYTES));
  try {
    return { ok: true, body: concat(decipher.update(raw.subarray(IV_BYTES)), decipher.final()) };
  } catch {
    return { ok: false, code: 'bad-cbc-padding' };
  }
}
