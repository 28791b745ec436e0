import type { Draw } from '../src/model/draw.js';
import type { Step } from '../src/model/scenario.js';

const THINGS = [
  'the train tickets',
  'the books of the club',
  'the birthday present',
  'the laboratory coats',
] as const;

/**
 * Alice sends payments whose words a server can predict, Bob answers with a door code that nobody can. The amounts
 * and things come from the seed, the secret does not.
 */
export function payments(draw: Draw, secret: string): readonly Step[] {
  const amount = (): number => 100 + draw.below(100);
  const pay = (to: string): Step => ({
    do: 'say',
    author: 'alice',
    text: `Pay ${amount()} euros to ${to} for ${draw.of(THINGS)}, order ${1000 + draw.below(9000)}`,
  });
  // One message reaches far into the second hundred of bytes: a check of its beginning is not a check of it.
  const longer = (step: Step): Step =>
    step.do === 'say'
      ? {
          ...step,
          text: `${step.text}, and tell everybody that the meeting on Thursday has moved to the large room upstairs`,
        }
      : step;
  return [
    pay('Bob'),
    pay('Carol'),
    { do: 'say', author: 'bob', text: `Thanks. The door code is ${secret}.`, secret },
    longer(pay('Bob')),
  ];
}
