import { decrypt, encrypt } from '../fernet.js';
import { fromUtf8, utf8 } from '../model/bytes.js';
import type { Code } from '../model/code.js';
import type { Part } from '../model/defense.js';

/** Fernet to the letter of its specification, without a TTL: encrypt-then-MAC under the group key. */
export const fernet: Part = {
  id: 'fernet',
  title: 'Fernet (AES-128-CBC, then HMAC-SHA256), no TTL',
  protects: 'the words, and the token against any change, from whoever has no group key',
  leavesOpen:
    'who wrote it (any member can); the nick and room beside the token; copies, age, order and loss',
  stage: 'decrypt',
  envelope: {
    part: 'fernet',
    encoding: 'base64url',
    fields: [
      { name: 'version', bytes: 1 },
      { name: 'time', bytes: 8, algorithm: 'unix-seconds' },
      { name: 'iv', bytes: 16 },
      { name: 'body', algorithm: 'aes-128-cbc' },
      { name: 'tag', bytes: 32, algorithm: 'hmac-sha256' },
    ],
  },
  layer: (keys) => {
    const key = keys.group('fernet', 32);
    return {
      seal: (body, { now }) => utf8(encrypt(key, body, { now })),
      open: (body) => {
        const opened = decrypt(key, fromUtf8(body) ?? '');
        if (!opened.ok) return { ok: false, code: CODE_OF[opened.code] };
        // The time stands under the token's HMAC: an inner part may believe it.
        return { ok: true, body: opened.value, sealedAt: opened.time };
      },
    };
  },
};

const CODE_OF = {
  'malformed-token': 'malformed-token',
  'bad-version': 'bad-token-version',
  'bad-hmac': 'bad-hmac',
  'bad-padding': 'bad-padding',
  expired: 'expired',
  'from-the-future': 'from-the-future',
} as const satisfies Record<string, Code>;
