import type { Scenario } from '../src/model/scenario.js';
import { replayLesson } from './lessons/replay.js';
import { payments } from './payments.js';

export const replay: Scenario = {
  id: 'replay',
  title: 'The replay',
  story:
    "A stranger without any key listens to the room, keeps Alice's payment, and sends it again: at once, ten seconds later, forty-five seconds later. Every bit of it is Alice's.",
  cast: ['alice', 'bob', 'carol'],
  attacks: [
    'now',
    'within-ttl',
    'after-ttl',
    're-encoded',
    'after-restart',
    'late-joiner',
    'skewed-clock',
  ].map((name) => `replay/${name}`),
  defenses: ['none', 'encryption', 'fernet', 'ttl', 'signature', 'sequence', 'codec', 'limits', 'full'],
  lesson:
    'Genuine is not the same as new. A TTL bounds how long a copy works and pays for it with honest messages that were slow; only a memory of what was taken tells a copy from the original.',
  teaches: replayLesson,
  script: payments,
};
