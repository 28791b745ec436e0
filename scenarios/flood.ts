import type { Draw } from '../src/model/draw.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { floodLesson } from './lessons/flood.js';

/** Carol comes when the flood is over: that she is let in and heard shows that the relay still serves. */
function afterwards(draw: Draw, secret: string): readonly Step[] {
  return [
    { do: 'say', author: 'alice', text: `Is the relay still there? It is ${8 + draw.below(10)} o'clock.` },
    { do: 'join', who: 'carol' },
    { do: 'say', author: 'carol', text: `It let me in. The door code is ${secret}.`, secret },
    { do: 'say', author: 'bob', text: draw.of(['Good.', 'Then let us go on.']) },
  ];
}

export const flood: Scenario = {
  id: 'flood',
  title: 'The flood',
  story:
    'Nobody reads anybody’s words today. A stranger asks the relay for more than it has: more sessions, more memory for one message, more patience with a reader who does not read. Then Carol wants to come in.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['join', 'leaked-sessions', 'slow-reader', 'oversize', 'compressed'].map(
    (name) => `flood/${name}`,
  ),
  defenses: ['none', 'codec', 'expiry-only', 'limits', 'full'],
  lesson:
    'Whatever a stranger can make a server keep needs a bound: a number of sessions, of bytes, of seconds. Cryptography of the words bounds nothing, and a bound that comes after the memory is taken comes too late.',
  teaches: floodLesson,
  script: afterwards,
};
