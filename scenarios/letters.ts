import type { Draw } from '../src/model/draw.js';
import type { Step } from '../src/model/scenario.js';

const THINGS = ['the train tickets', 'the books of the club', 'the birthday present', 'the laboratory coats'];

/** Standing phrases around the payments: the longer the words that an adversary can predict, the more keystream they give away. */
export function letters(draw: Draw, secret: string): readonly Step[] {
  const pay = (to: string): Step => ({
    do: 'say',
    author: 'alice',
    text: `Dear all, please pay ${100 + draw.below(100)} euros to ${to} for ${draw.of(THINGS)}, order ${1000 + draw.below(9000)}. With kind regards from your treasurer, Alice`,
  });
  return [
    pay('Bob'),
    { do: 'say', author: 'bob', text: `Thanks. The door code is ${secret}.`, secret },
    { do: 'say', author: 'bob', text: 'The door is closed again at ten, as on every evening of the week.' },
    pay('Carol'),
    pay('Bob'),
  ];
}
