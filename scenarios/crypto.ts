import type { Scenario } from '../src/model/scenario.js';
import { cryptoLesson } from './lessons/crypto.js';
import { letters } from './letters.js';

export const crypto: Scenario = {
  id: 'crypto',
  title: 'The careless cipher',
  story:
    'The members took good primitives and put them together by hand: a constant IV, a checksum with the key in front, a program that answers which padding was wrong. Mallory breaks no cipher; she uses the joints.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['padding-oracle', 'nonce-reuse', 'length-extension'].map((name) => `crypto/${name}`),
  defenses: ['encryption', 'encryption-fixed-iv', 'encryption-cbc', 'mac', 'mac-prefix', 'fernet', 'full'],
  lesson:
    'A cipher needs a fresh nonce, a MAC needs a construction that was proved, and whatever is decrypted must have been authenticated before. Fernet and HMAC are these three lessons as one call.',
  teaches: cryptoLesson,
  script: letters,
};
