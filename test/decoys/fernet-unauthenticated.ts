/** Decrypts Fernet tokens and ignores their HMAC. */
import { createDecipheriv } from 'node:crypto';
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...fernet,
  id: 'fernet-unauthenticated',
  title: 'Fernet that ignores a bad HMAC',
  insteadOf: 'fernet',
  layer: (keys, host) => {
    const key = keys.group('fernet', 32);
    return {
      ...fernet.layer!(keys, host),
      open: (sealed) => {
        const token = Buffer.from(Buffer.from(sealed).toString(), 'base64url');
        const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), token.subarray(9, 25));
        try {
          const body = Buffer.concat([decipher.update(token.subarray(25, -32)), decipher.final()]);
          return { ok: true, body, sealedAt: Number(token.readBigUInt64BE(1)) };
        } catch {
          return { ok: false, code: 'bad-padding' };
        }
      },
    };
  },
});

export const parts = [decoy];
