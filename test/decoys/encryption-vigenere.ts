/** Adds a short key to the bytes over and over, as Vigenère did to letters: one message whose words are known gives the key. */
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';

const KEY_BYTES = 16;

const decoy = definePart({
  ...encryption,
  id: 'encryption-vigenere',
  title: 'A short key added over and over, in hexadecimal',
  insteadOf: 'encryption',
  envelope: { part: 'encryption-vigenere', encoding: 'hex', fields: [{ name: 'body' }] },
  layer: (keys) => {
    const key = keys.group('encryption', KEY_BYTES);
    return {
      seal: (body) => {
        const sealed = Uint8Array.from(body, (byte, at) => byte + key[at % KEY_BYTES]!);
        return Buffer.from(Buffer.from(sealed).toString('hex'));
      },
      open: (sealed) => {
        const bytes = Buffer.from(Buffer.from(sealed).toString(), 'hex');
        return { ok: true, body: Uint8Array.from(bytes, (byte, at) => byte - key[at % KEY_BYTES]!) };
      },
    };
  },
});

export const parts = [decoy];
