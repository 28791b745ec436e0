import { CODES, type CodeFact } from '../../../src/model/code.js';
import type { Position, Property } from '../../../src/model/property.js';
import type { DecisionWord } from '../../../src/model/trace.js';
import { LESSON_WORDS } from '../../../src/report/lesson-words.js';
import { SHORT_WORD_OF, WORD_OF } from '../../../src/report/verdict-words.js';
import type { Widened } from '../../../src/report/widened.js';
import { WORDS } from '../../../src/report/words.js';
import type { Has, Standing } from '../knowledge.js';

type Told = (...names: string[]) => string;

/** What reports say within a sentence, as sentences. */
export const sentences = <K extends string>(told: Readonly<Record<K, string>>): Readonly<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<string>(told).map(([key, text]) => [
      key,
      `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    ]),
  ) as Readonly<Record<K, string>>;

/** All that the page says. The types of this catalogue are those of every language: a missing or a further key does not compile. */
export const en = {
  lang: 'en',
  /** What attacks, parts and the referee say in English. */
  said: (english: string): string => english,
  other: 'Français',
  quote: (text: string): string => `“${text}”`,
  name: (nick: string): string => nick.replace(/^./u, (first) => first.toUpperCase()),
  colon: ':',
  list: (names: readonly string[]): string => joined(names, ' and '),

  title: 'Mallory',
  subtitle: 'attack and defense, really fought',
  attack: 'Attack',
  scenario: 'Scenario',
  beyondGrid: 'further attacks',
  defenses: 'Defenses',
  furtherParts: 'further parts and weakened variants',
  stack: 'Stack',
  noDefense: 'none: the chat as students meet it',
  presets: 'Set',
  brought: 'brought along',
  refused: 'does not compose',
  seed: 'Seed',
  predictTitle: 'Who wins?',
  predictHint: 'Predict first, then play.',
  predict: {
    breached: 'The attack gets through, unnoticed',
    detected: 'It gets through, but is noticed',
    defeated: 'It is stopped',
  } satisfies Record<'breached' | 'detected' | 'defeated', string>,
  play: 'Play the trial',
  playing: 'Fighting…',
  column: 'Which attacks still get through?',
  columnStop: 'Stop',
  columnOf: (done: number, of: number): string => `${done} of ${of} fought`,
  columnOpen: (through: number, of: number): string => `${through} of ${of} get through unnoticed`,
  columnStale: 'for an earlier choice of parts or seed',
  help: 'Keys',
  fullScreen: 'Full screen',
  takeAway: 'Take away',
  copyLink: 'Copy link',
  copied: 'Copied',
  exports: { ndjson: 'Trace (NDJSON)', mmd: 'Mermaid', svg: 'SVG', html: 'HTML' } as Record<string, string>,
  close: 'Close',

  stage: 'The stage',
  stageEmpty: 'Pick an attack and defenses, predict, and press Play.',
  relay: 'Relay',
  rogueRelay: 'Relay, run by Mallory',
  screenOf: (name: string): string => `${name}’s screen`,
  screenEmpty: 'nothing shown yet',
  standing: {
    true: 'as it was written',
    again: 'shown before: a copy',
    false: 'nobody of this name wrote that',
  } satisfies Record<Standing, string>,
  sealed: 'sealed',
  frameLabel: (from: string, to: string): string => `Frame from ${from} to ${to}: show its bytes`,
  arrows: {
    forward: 'as it is',
    replace: 'changed',
    drop: 'dropped',
    delay: 'held back',
    inject: 'added',
  } satisfies Record<DecisionWord, string>,

  first: 'To the beginning',
  back: 'Step back',
  forward: 'Step forward',
  last: 'To the verdict',
  start: 'Go on',
  pause: 'Pause',
  replay: 'Replay',
  decisive: 'Decisive moment',
  speed: 'Speed',
  detail: 'Every event',
  step: (at: number, of: number): string => `${at} / ${of}`,
  time: (seconds: number): string => `${Math.round(seconds * 10) / 10} s`,

  bytesTitle: 'The bytes of this frame',
  before: 'As it was sent',
  after: 'As it was delivered',
  bytes: 'As it crossed',
  notDelivered: 'Not delivered.',
  sameBytes: (length: number): string => `The same ${length} characters, bit for bit.`,
  changed: (before: number, after: number): string => `${before} characters became ${after}.`,

  knowsTitle: 'Who has what',
  message: 'Message',
  has: {
    wrote: 'wrote it',
    shows: 'shows it',
    'shows-other': 'shows other words',
    reads: 'can read it',
    sealed: 'sealed bytes',
    nothing: '—',
  } satisfies Record<Has, string>,

  verdictTitle: 'Verdict',
  /** In a heading, and where there is little room: the reports' words. */
  verdict: WORD_OF,
  shortVerdict: SHORT_WORD_OF,
  means: sentences(WORDS.means),
  youWereRight: 'You predicted it.',
  youSaid: (said: string): string => `You predicted: ${said.toLowerCase()}`,
  noPrediction: 'Nobody made a prediction.',
  tactic: 'Tactic',
  mallory: 'Mallory',
  check: 'Check that fired',
  noCheck: 'none',
  evidence: 'Evidence',
  because: 'Why',
  cited: 'The referee says',
  lesson: 'Lesson',
  lessonWords: LESSON_WORDS as Widened<typeof LESSON_WORDS>,
  nextHint: (n: number, of: number): string => `Next hint (${n} of ${of})`,
  shutHints: 'Close the hints',
  position: {
    log: 'reads a log file',
    network: 'sits on the line between a peer and the relay',
    thief: 'has stolen a device’s state, and listens',
    'relay+insider': 'runs the relay, and has a member’s secrets',
    wire: 'taps one connection',
    outsider: 'a stranger, with a connection of her own',
    sender: 'a stranger, who sends frames',
    flooder: 'a stranger, with many connections',
    insider: 'a member of the room',
    relay: 'runs the relay',
  } satisfies Record<Position, string>,
  positionTitle: 'Mallory',
  propertyTitle: 'breaks',
  property: {
    confidentiality: 'confidentiality',
    integrity: 'integrity',
    attribution: 'attribution',
    uniqueness: 'uniqueness',
    freshness: 'freshness',
    order: 'order',
    'causal-order': 'causal order',
    completeness: 'completeness',
    'agreement-content': 'agreement on content',
    'agreement-order': 'agreement on order',
    'agreement-omission': 'agreement on omissions',
    'execution-safety': 'safety from foreign code',
    availability: 'availability',
    'log-integrity': 'integrity of the log',
    'metadata-privacy': 'privacy of metadata',
    password: 'secrecy of the password',
    'forward-secrecy': 'the secrecy of what was said before',
    'post-compromise': 'the secrecy of what is said after',
  } satisfies Record<Property, string>,

  /** What happened, as a whole sentence. */
  tell: {
    admitted: (who, room) => `The relay lets ${who} into ${room}.`,
    join: (who, room) => `${who} joins ${room}.`,
    leave: (who, room) => `${who} leaves ${room}.`,
    'turned-away': (who, code) => `The relay does not let ${who} in: ${code}.`,
    send: (who, text) => `${who} writes ${text}.`,
    unsaid: (who, means) => `${who}’s program does not send it: ${means}.`,
    'tls-in': (who) => `${who} refuses what TLS was given.`,
    accept: (who, author, text) => `${who} shows, as from ${author}: ${text}.`,
    acceptMany: (names, author, text) => `${names} show, as from ${author}: ${text}.`,
    reject: (who, means) => `${who} refuses it: ${means}.`,
    rejectMany: (names, means) => `${names} refuse it: ${means}.`,
    alarm: (who, author, slot, means) =>
      `${who} raises the alarm about ${author}’s message ${slot}: ${means}.`,
    act: (who, means) => `${who} records: ${means}.`,
    'frame-out': (who) => `${who} sends a frame to the relay.`,
    'frame-in': (who) => `${who} receives a frame.`,
    forward: (to) => `The relay passes it on to ${to}, as it is.`,
    replace: (to) => `The relay passes other bytes on to ${to} than it received.`,
    drop: (to) => `The relay does not deliver it to ${to}.`,
    delay: (to) => `The relay holds it back from ${to}.`,
    added: (to) => `The relay adds a frame on the way to ${to}.`,
    inject: (to) => `The relay sends ${to} a frame that nobody asked it to carry.`,
    log: (who, line) => `${who} logs: ${line}`,
    password: () => 'The members have agreed on a password.',
    held: (source) => `Mallory has hold of ${source}.`,
    did: (what) => `Mallory ${what}.`,
    guessedRight: (guess) => `Mallory guesses ${guess}, and that is the secret.`,
    guessedWrong: (guess) => `Mallory guesses ${guess}, which is wrong.`,
    ran: (who) => `${who} decodes the frame, and the code in it runs.`,
    didNotRun: (who, why) => `${who} decodes the frame; the code in it does not run (${why}).`,
    gauge: (counter, value) => `The relay holds ${value}: ${counter}.`,
    stops: (who, what) => `${who} stops: ${what}.`,
  } satisfies Record<string, Told> as Record<Telling, Told>,
  times: (sentence: string, count: number): string => `${sentence} (${count} times)`,
  code: Object.fromEntries(
    Object.entries<CodeFact>(CODES).map(([code, { means }]) => [code, means]),
  ) as Record<keyof typeof CODES, string>,

  keys: [
    ['Space', 'go on, pause'],
    ['← →', 'step back, step forward'],
    ['Home End', 'to the beginning, to the verdict'],
    ['1 2 3', 'predict'],
    ['Enter', 'play the trial'],
    ['R', 'replay'],
    ['E', 'decisive moment'],
    ['B', 'bytes of the frame'],
    ['+ −', 'faster, slower'],
    ['C', 'which attacks still get through'],
    ['L', 'the lesson'],
    ['F', 'full screen'],
    ['?', 'these keys'],
  ] as readonly (readonly [string, string])[],

  loading: 'Loading…',
  noToken: 'This page does not belong to a running studio.',
  noTokenHint:
    'Open the address that the terminal printed. A link shared from the page works in the same browser, as long as the studio runs.',
  gone: 'The studio does not answer: was it stopped?',
  busy: 'Too many trials are waiting; try again in a moment.',
  failed: 'The trial could not be fought.',
  unknownAttack: (id: string): string => `There is no attack ${id} here.`,
};

export type Telling =
  | 'admitted'
  | 'join'
  | 'leave'
  | 'turned-away'
  | 'send'
  | 'unsaid'
  | 'tls-in'
  | 'accept'
  | 'acceptMany'
  | 'reject'
  | 'rejectMany'
  | 'alarm'
  | 'act'
  | 'frame-out'
  | 'frame-in'
  | 'forward'
  | 'replace'
  | 'drop'
  | 'delay'
  | 'added'
  | 'inject'
  | 'log'
  | 'password'
  | 'held'
  | 'did'
  | 'guessedRight'
  | 'guessedWrong'
  | 'ran'
  | 'didNotRun'
  | 'gauge'
  | 'stops';

/** `a, b and c`. */
export const joined = (names: readonly string[], and: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;

export type Words = typeof en;
