import type { Draw } from '../src/model/draw.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { cryptoLesson } from './lessons/crypto.js';
import { letters } from './letters.js';

const OTHER_ROOM = 'den';

/** The same letters, after Bob has spoken in another room and his program has started anew: what counts from one meets itself again. */
const lettersAfterARestart = (draw: Draw, secret: string): readonly Step[] => [
  ...['alice', 'bob', 'carol'].map((who) => ({ do: 'join', who, room: OTHER_ROOM }) as const),
  {
    do: 'say',
    author: 'bob',
    room: OTHER_ROOM,
    text: 'The large room upstairs is open from eight, as on every morning of the week but Sunday.',
  },
  { do: 'restart', who: 'bob' },
  ...letters(draw, secret),
];

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
  scripts: { 'crypto/nonce-reuse': lettersAfterARestart },
};
