import { createCipheriv } from 'node:crypto';
import { decodeBase64 } from '../model/base64.js';
import { concat, fromUtf8, utf8 } from '../model/bytes.js';
import type { Part } from '../model/defense.js';
import { encryption } from './encryption.js';

const IV = new Uint8Array(16);

/** A variant, vulnerable on purpose: `encryption` with one IV for all messages, as where it is a constant of the program (CWE-1204). */
export const encryptionFixedIv: Part = {
  ...encryption,
  id: 'encryption-fixed-iv',
  title: 'AES-128-CTR with a fixed IV',
  protects: 'the words of the first message, from whoever has no group key',
  leavesOpen: 'every later message: all are XORed with one keystream',
  insteadOf: 'encryption',
  layer: (keys) => {
    const key = keys.group('encryption', 16);
    // Counter mode is its own inverse.
    const crypt = (body: Uint8Array): Uint8Array => {
      const cipher = createCipheriv('aes-128-ctr', key, IV);
      return concat(cipher.update(body), cipher.final());
    };
    return {
      seal: (body) => utf8(Buffer.from(concat(IV, crypt(body))).toString('base64')),
      open: (body) => {
        const raw = decodeBase64(fromUtf8(body) ?? '');
        if (!raw || raw.length < IV.length) return { ok: false, code: 'malformed-ciphertext' };
        return { ok: true, body: crypt(raw.subarray(IV.length)) };
      },
    };
  },
};
