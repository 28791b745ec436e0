import type { Draw } from '../src/model/draw.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { insiderLesson } from './lessons/insider.js';
import { twoRooms } from './rooms.js';

/** Alice has joined and says nothing; whatever is shown as hers is not. */
function quietAlice(draw: Draw, secret: string): readonly Step[] {
  const hour = 8 + draw.below(10);
  return [
    { do: 'say', author: 'bob', text: `Does the meeting at ${hour} o'clock stand?` },
    { do: 'say', author: 'carol', text: `Yes. The door code is ${secret}.`, secret },
    {
      do: 'say',
      author: 'bob',
      text: `Good. ${draw.of(['Alice', 'Everybody'])}, please bring the accounts.`,
    },
  ];
}

/** Alice talks like everybody. */
const talkative = (draw: Draw, secret: string): readonly Step[] => [
  { do: 'say', author: 'alice', text: `The meeting is at ${8 + draw.below(10)} o'clock.` },
  ...quietAlice(draw, secret),
  { do: 'say', author: 'alice', text: draw.of(['I will.', 'Certainly.']) },
];

export const insider: Scenario = {
  id: 'insider',
  title: 'The insider',
  story:
    'Mallory is a member. She knows the group password and has a key of her own, like everybody. Alice is quiet today; Mallory writes for her.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['forge', 'rewrap', 'homoglyph', 'counter-jump', 'two-versions'].map((name) => `insider/${name}`),
  defenses: ['none', 'mac', 'fernet', 'signature', 'sequence', 'limits', 'transcript', 'full'],
  lesson:
    'A shared key proves that a member wrote, not which one. An HMAC is no signature: whoever can check it can make it.',
  teaches: insiderLesson,
  script: quietAlice,
  scripts: { 'insider/rewrap': twoRooms, 'insider/counter-jump': talkative },
};
