/** Decrypts, answers what is wrong with the padding, and checks the HMAC last: sound tokens, and a padding oracle. The twin answers, too, but checks first. */
import { createDecipheriv } from 'node:crypto';
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';

const twin = definePart({
  ...fernet,
  id: 'fernet-answering',
  title: 'Fernet in a chat that answers refusals',
  insteadOf: 'fernet',
  settings: { answersRefusals: true },
});

const decoy = definePart({
  ...twin,
  id: 'fernet-mac-last',
  title: 'Fernet that looks at the padding before the HMAC',
  layer: (keys, host) => {
    const key = keys.group('fernet', 32);
    const sound = fernet.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) => {
        const token = Buffer.from(Buffer.from(sealed).toString(), 'base64url');
        const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), token.subarray(9, 25));
        try {
          Buffer.concat([decipher.update(token.subarray(25, -32)), decipher.final()]);
        } catch {
          return { ok: false, code: 'bad-padding' };
        }
        return sound.open(sealed, opening);
      },
    };
  },
});

export const parts = [twin, decoy];
