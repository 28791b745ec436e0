/** Tokens of the version before had no HMAC, and are still read: whoever writes one says of which version it is. */
import { createDecipheriv } from 'node:crypto';
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';

const OLD = 0x7f;

const decoy = definePart({
  ...fernet,
  id: 'fernet-old-version',
  title: 'Fernet that still reads tokens of the version before',
  insteadOf: 'fernet',
  layer: (keys, host) => {
    const key = keys.group('fernet', 32);
    const sound = fernet.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) => {
        const token = Buffer.from(Buffer.from(sealed).toString(), 'base64url');
        if (token[0] !== OLD) return sound.open(sealed, opening);
        const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), token.subarray(9, 25));
        try {
          const body = Buffer.concat([decipher.update(token.subarray(25, -32)), decipher.final()]);
          return { ok: true, body: new Uint8Array(body) };
        } catch {
          return { ok: false, code: 'bad-padding' };
        }
      },
    };
  },
});

export const parts = [decoy];
