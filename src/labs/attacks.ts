/** The coursework's exploits that are attacks of the catalogue. */
import { eventsOf, type Trace } from '../model/trace.js';
import { type Lab, playAttack } from './lab.js';

const received = (trace: Trace): readonly string[] => {
  const messages = eventsOf(trace, 'frame-in').filter(
    ({ who, bytes }) => who === 'mallory' && bytes.includes('"type":"message"'),
  );
  const joins = eventsOf(trace, 'frame-out').filter(
    ({ who, bytes }) => who === 'mallory' && bytes.includes('"type":"join"'),
  );
  return [`she received ${messages.length} messages of the room and had sent ${joins.length} joins`];
};

/** The number of sessions at the relay, as it grew. */
const sessions = (trace: Trace): readonly string[] => {
  const peaks = eventsOf(trace, 'gauge').flatMap(({ counter, value }) =>
    counter === 'sessions' ? value : [],
  );
  return [`the relay held at most ${peaks.at(-1) ?? 0} sessions; as it grew: ${peaks.join(', ')}`];
};

const swapped = (trace: Trace): readonly string[] =>
  eventsOf(trace, 'accept')
    .filter(({ text }) => !eventsOf(trace, 'send').some((send) => send.text === text))
    .map(
      ({ who, author, text }) => `${who}'s program showed, as from ${author}: “${text}”, which nobody sent`,
    );

export const bigBrother: Lab = {
  id: 'big-brother',
  title: 'Big brother subscribes and reads',
  coursework:
    'The first lab’s big brother: a program that subscribes to the server’s broadcast, never joins, and prints what everybody writes.',
  play: (bench) =>
    playAttack(bench, 'log-sniffer/ghost-subscriber', 'none', received, ['encryption', 'fernet', 'limits']),
};

export const joinFlood: Lab = {
  id: 'join-flood',
  title: 'The join flood',
  coursework: 'The first lab’s flood: a loop around join, under ever new names, until the server has enough.',
  play: (bench) => playAttack(bench, 'flood/join', 'none', sessions, ['fernet', 'limits']),
};

export const rogueServer: Lab = {
  id: 'rogue-server',
  title: 'The rogue server that swaps text',
  coursework:
    'The first lab’s rogue server: it carries what it is given and puts other words in. An exploit that only appends to base64, which decoders ignore, changes nothing; this one changes what is shown.',
  play: (bench) =>
    playAttack(bench, 'rogue-server/rewrite', 'none', swapped, ['encryption', 'mac', 'fernet', 'signature']),
};

export const handlers: Lab = {
  id: 'handlers',
  title: 'Callback handlers that are never removed',
  coursework:
    'The second lab’s server: it keeps the callback handler of every client that ever connected. Clients come and go, the handlers stay.',
  play: (bench) => playAttack(bench, 'flood/leaked-sessions', 'none', sessions, ['expiry-only', 'limits']),
};
