import type { Draw } from '../src/model/draw.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { keyTheftLesson } from './lessons/key-theft.js';

const greeting = (draw: Draw): Step => ({
  do: 'say',
  author: 'bob',
  text: `The meeting is at ${8 + draw.below(10)} o'clock.`,
});
const telling = (secret: string): Step => ({
  do: 'say',
  author: 'alice',
  text: `I will be there. The door code is ${secret}.`,
  secret,
});

/** Nothing changes: what is told, is told among the same people. */
const talk = (draw: Draw, secret: string): readonly Step[] => [
  greeting(draw),
  telling(secret),
  { do: 'say', author: 'carol', text: draw.of(['See you.', 'Until then.']) },
];

/** Mallory has left, and it is not the host who speaks first. */
const bobTells = (draw: Draw, secret: string): readonly Step[] => [
  { do: 'say', author: 'bob', text: `We meet tonight. The door code is ${secret}.`, secret },
  { do: 'say', author: 'alice', text: draw.of(['I will be there.', 'Until then.']) },
  { do: 'say', author: 'carol', text: 'See you.' },
];

/** Carol leaves before the secret is told, and time goes by. */
const afterCarolLeft = (draw: Draw, secret: string): readonly Step[] => [
  greeting(draw),
  { do: 'leave', who: 'carol' },
  { do: 'wait', seconds: 40 },
  telling(secret),
  { do: 'say', author: 'bob', text: draw.of(['See you.', 'Until then.']) },
];

export const keyTheft: Scenario = {
  id: 'key-theft',
  title: 'The stolen state',
  story:
    'This time Mallory has the keys: she copied a device, or she was a member herself. The question is no longer whether the lock is good, but what a key that is lost opens: what was said before, what will be said after, and for how long.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['archive', 'ex-member', 'after-heal'].map((name) => `key-theft/${name}`),
  defenses: ['none', 'fernet', 'tls', 'limits', 'full'],
  lesson:
    'A key that never changes makes one theft a theft for ever. Keys that are drawn anew and deleted bound it on both sides; how finely, is the price of a ratchet.',
  teaches: keyTheftLesson,
  script: talk,
  scripts: { 'key-theft/ex-member': bobTells, 'key-theft/after-heal': afterCarolLeft },
};
