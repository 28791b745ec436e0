import type { Draw } from '../model/draw.js';
import type { Scenario, Step } from '../model/scenario.js';

const LONG_BYTES = 60_000;
const long = 'All work and no play makes a long message. '.repeat(LONG_BYTES).slice(0, LONG_BYTES);

const DEN = 'den';
const say = (author: string, text: string): Step => ({ do: 'say', author, text });
/** The same in a second room. */
const sayInside = (author: string, text: string): Step => ({ do: 'say', author, room: DEN, text });
/** Without having seen what the others have just said. */
const atOnce = (author: string, text: string): Step => ({ do: 'say', author, text, atOnce: true });

/** All that honest people do and a defense must bear: what it refused here, it would refuse every day. */
const conversation = (draw: Draw): readonly Step[] => [
  say('alice', `We meet at ${8 + draw.below(10)} o'clock.`),
  // One text several times, by one and by two: repeats are no replays.
  say('bob', 'Yes.'),
  say('bob', 'Yes.'),
  say('alice', 'Yes.'),
  // Three at once: whom each sees first is nobody's lie.
  say('carol', 'I have a question.'),
  atOnce('dave', 'So have I.'),
  atOnce('alice', 'One after another, please.'),
  { do: 'join', who: 'erin' },
  say('erin', 'Sorry, I am late.'),
  say('alice', ''),
  say('bob', long),
  say('carol', '👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿🇫🇷 e\u0301 \u0000'),
  say('dave', 'שָׁלוֹם \u202eעולם\u202c مرحبا'),
  // What has no UTF-8 form is not sent at all.
  say('erin', `half a pair: \ud83d`),
  { do: 'restart', who: 'dave' },
  say('dave', 'My program had to start again.'),
  say('alice', 'Yes.'),
  // In a second room counting begins anew, and in the first it goes on.
  ...['alice', 'bob'].map((who) => ({ do: 'join', who, room: DEN }) as const),
  sayInside('bob', 'Yes.'),
  sayInside('alice', 'Here we are two.'),
  say('bob', 'Where were we?'),
  { do: 'leave', who: 'carol' },
  say('bob', 'Carol has left.'),
  // A number of two digits is greater than one of one.
  ...Array.from({ length: 8 }, (_, n) => say('bob', `${n + 1}.`)),
  { do: 'wait', seconds: 40 },
  say('dave', 'Then we are four.'),
  say('erin', draw.of(['Good night.', 'Until tomorrow.'])),
];

/** The honest run that every defense must carry whole; Dave's clock is 20 s behind. No attack is played in it. */
export const BENIGN: Scenario = {
  id: 'benign',
  title: 'An ordinary evening',
  story: 'Nobody attacks anybody.',
  cast: ['alice', 'bob', 'carol', 'dave', 'erin'],
  attacks: [],
  defenses: ['none'],
  lesson: 'A defense that refuses honest people defends nothing.',
  script: conversation,
};

/** Seconds that clocks are ahead in the honest run. */
export const BENIGN_SKEWS: Readonly<Record<string, number>> = { dave: -20 };
