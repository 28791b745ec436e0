/** Moves the letters along the alphabet by a number that is made of the key, and thinks that nobody counts to 26. */
import { encryption } from '../../src/defenses/encryption.js';
import { definePart } from '../../src/index.js';
import type { Keys } from '../../src/model/defense.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

const moved = (text: Uint8Array, by: number): Uint8Array =>
  Buffer.from(
    Buffer.from(text)
      .toString()
      .replace(/[a-z]/g, (letter) => ALPHABET.at((ALPHABET.indexOf(letter) + by) % ALPHABET.length)!),
  );

const shift = (keys: Keys): number => 1 + (keys.group('encryption', 1)[0]! % (ALPHABET.length - 1));

const decoy = definePart({
  ...encryption,
  id: 'encryption-caesar',
  title: 'Letters moved along the alphabet',
  insteadOf: 'encryption',
  envelope: { part: 'encryption-caesar', encoding: 'utf8', fields: [{ name: 'body' }] },
  layer: (keys) => ({
    seal: (body) => moved(body, shift(keys)),
    open: (sealed) => ({ ok: true, body: moved(sealed, ALPHABET.length - shift(keys)) }),
  }),
});

export const parts = [decoy];
