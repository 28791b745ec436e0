import type { Draw } from '../src/model/draw.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { sessionLesson } from './lessons/session.js';

const talk = (draw: Draw, secret: string): readonly Step[] => [
  { do: 'say', author: 'bob', text: `The meeting is at ${8 + draw.below(10)} o'clock.` },
  { do: 'say', author: 'alice', text: `I will be there. The door code is ${secret}.`, secret },
  { do: 'say', author: 'carol', text: draw.of(['See you.', 'Until then.']) },
];

/** Alice is not there from the beginning. */
const aliceComesLater = (draw: Draw, secret: string): readonly Step[] => [
  { do: 'join', who: 'alice' },
  ...talk(draw, secret),
];

export const session: Scenario = {
  id: 'session',
  title: 'The name and the place',
  story:
    'A nick is who you are here, and the relay keeps the list. Mallory does not want to read or to write anything: she takes a place that is Alice’s, or takes Alice out of hers, or writes into the relay’s book.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['squat', 'force-leave', 'log-injection'].map((name) => `session/${name}`),
  defenses: ['none', 'signature', 'codec', 'limits', 'limits+signature', 'full'],
  lesson:
    'A name in a frame is a claim. The relay can hold everybody to the connection that first made it; only a signature says whose name it was.',
  teaches: sessionLesson,
  script: talk,
  scripts: { 'session/squat': aliceComesLater },
};
