import type { Draw } from '../src/model/draw.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { logSnifferLesson } from './lessons/log-sniffer.js';
import { payments } from './payments.js';

/** The bits of a secret written in hexadecimal. */
const bitsOf = (secret: string): number[] =>
  [...secret].flatMap((digit) => [8, 4, 2, 1].map((bit) => (Number.parseInt(digit, 16) & bit ? 1 : 0)));

const YES = 'yes';
/** In bytes it is longer than in characters, of which it has 164. */
const NO = `${'déjà vu, '.repeat(18)}no`;

/** 128 answers of 3 or 200 bytes, by the bits of the secret: the seed does not know them. */
const answers = (_: Draw, secret: string): readonly Step[] =>
  bitsOf(secret).map((bit) => ({ do: 'say', author: 'bob', text: bit ? NO : YES, unforeseen: true }));

const MESSAGES = 32;

/** Who speaks in which room. */
interface Names {
  readonly speakers: readonly [string, string];
  readonly rooms: readonly [string, string];
}
/** Of one length, as all the words are: on a wire the whole of a frame shows how long it is. */
const ON_THE_WIRE: Names = { speakers: ['alice', 'carol'], rooms: ['lab', 'den'] };
/** Of two lengths: a log need not show how long a name is. */
const IN_THE_LOG: Names = { speakers: ['alice', 'bob'], rooms: ['lab', 'attic'] };

/** 32 messages of one text; who says each of them, and in which of two rooms, is drawn from the secret. */
const whoAndWhere =
  ({ speakers, rooms }: Names) =>
  (_: Draw, secret: string): readonly Step[] => {
    const bits = bitsOf(secret);
    const joins = ['alice', 'bob', 'carol'].map((who) => ({ do: 'join', who, room: rooms[1] }) as const);
    const messages = Array.from({ length: MESSAGES }, (_, n) => {
      const [author, room] = [speakers[bits[2 * n]!]!, rooms[bits[2 * n + 1]!]!];
      return { do: 'say', author, room, text: 'I agree.', unforeseen: true } as const;
    });
    return [...joins, ...messages];
  };

export const logSniffer: Scenario = {
  id: 'log-sniffer',
  title: 'The log sniffer',
  story:
    'Bob writes a door code to his friends. It passes a relay that logs what it relays, on a wire that others share, to programs that keep logs of their own. Somebody reads along.',
  cast: ['alice', 'bob', 'carol'],
  attacks: [
    'relay-log',
    'ghost-subscriber',
    'wire',
    'endpoint-log',
    'length',
    'metadata',
    'wire-metadata',
  ].map((name) => `log-sniffer/${name}`),
  defenses: [
    'none',
    'encryption',
    'mac',
    'fernet',
    'signature',
    'pad',
    'limits',
    'log-redaction',
    'tls',
    'full',
  ],
  lesson:
    'What is sealed by the peers stays sealed on the way, in the log and with strangers. MACs and signatures hide nothing. And no protection on the way reaches the log that the receiving program writes after opening.',
  teaches: logSnifferLesson,
  script: payments,
  scripts: {
    'log-sniffer/length': answers,
    'log-sniffer/metadata': whoAndWhere(IN_THE_LOG),
    'log-sniffer/wire-metadata': whoAndWhere(ON_THE_WIRE),
  },
};
