import type { Draw } from '../src/model/draw.js';
import type { Scenario, Step } from '../src/model/scenario.js';

const THINGS = ['the train tickets', 'the books of the club', 'the birthday present', 'the laboratory coats'];

/** Standing phrases around the payments: the longer the words that an adversary can predict, the more keystream they give away. */
function letters(draw: Draw, secret: string): readonly Step[] {
  const pay = (to: string): Step => ({
    do: 'say',
    author: 'alice',
    text: `Dear all, please pay ${100 + draw.below(100)} euros to ${to} for ${draw.of(THINGS)}, order ${1000 + draw.below(9000)}. With kind regards, Alice`,
  });
  return [
    pay('Bob'),
    { do: 'say', author: 'bob', text: `Thanks. The door code is ${secret}.`, secret },
    { do: 'say', author: 'bob', text: 'The door is closed again at ten, as on every evening of the week.' },
    pay('Carol'),
    pay('Bob'),
  ];
}

export const crypto: Scenario = {
  id: 'crypto',
  title: 'The careless cipher',
  story:
    'The members took good primitives and put them together by hand: a constant IV, a checksum with the key in front, a program that answers which padding was wrong. Mallory breaks no cipher; she uses the joints.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['padding-oracle', 'nonce-reuse', 'length-extension'].map((name) => `crypto/${name}`),
  defenses: ['encryption', 'encryption-fixed-iv', 'encryption-cbc', 'mac', 'mac-prefix', 'fernet'],
  lesson:
    'A cipher needs a fresh nonce, a MAC needs a construction that was proved, and whatever is decrypted must have been authenticated before. Fernet and HMAC are these three lessons as one call.',
  script: letters,
};
