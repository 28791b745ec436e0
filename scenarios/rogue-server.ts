import type { Scenario } from '../src/model/scenario.js';
import { rogueServerLesson } from './lessons/rogue-server.js';
import { payments } from './payments.js';
import { carolComesLater, comingOneByOne, twoRooms } from './rooms.js';

export const rogueServer: Scenario = {
  id: 'rogue-server',
  title: 'The rogue server',
  story:
    'Every frame crosses the server, and the server is not on your side. It holds no key and no password; it carries, and what it carries it can keep, change, invent, hold back and repeat.',
  cast: ['alice', 'bob', 'carol'],
  attacks: [
    'store',
    'rewrite',
    'bit-flip',
    'forge',
    're-attribute',
    'cross-room',
    'reflect',
    'duplicate',
    'delay',
    'drop',
    'drop-tail',
    'blackhole',
    'reorder',
    'reorder-causal',
    'equivocate-omission',
    'equivocate-order',
    'equivocate-content',
    'substitute-key',
    'substitute-salt',
    'downgrade',
  ].map((name) => `rogue-server/${name}`),
  defenses: [
    'none',
    'encryption',
    'mac',
    'fernet',
    'ttl',
    'signature',
    'bound',
    'sequence',
    'transcript',
    'full',
  ],
  lesson:
    'Encryption hides and does not protect: what keeps a server honest is a check over everything that is shown, the author and the room among it. Copies, order, delay and loss need a memory, not a better cipher.',
  teaches: rogueServerLesson,
  script: payments,
  scripts: {
    'rogue-server/cross-room': twoRooms,
    'rogue-server/substitute-salt': carolComesLater,
    'rogue-server/substitute-key': comingOneByOne,
  },
};
