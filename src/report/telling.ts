import { factOf } from '../model/code.js';
import type { DecisionWord } from '../model/trace.js';
import type { Widened } from './widened.js';

/** The sentences of stories. Each follows the name of who did it, as in a play. */
export const TELL = {
  title: (attack: string, stack: string, title: string): string => `${attack} against ${stack}: ${title}`,
  tactic: 'tactic',
  sources: 'source',
  check: 'check',
  remedy: 'remedy',
  stoppedBy: (defense: string, parts: readonly string[], detected: boolean): string =>
    parts.length === 0
      ? `no single part added to ${defense} ${detected ? 'prevents it' : 'stops or reveals it'}; each was fought`
      : `added to ${defense}, each of these alone ${detected ? 'prevents it' : 'stops it or reveals it'}: ${parts.join(', ')}`,
  before: 'before',
  after: 'after',
  bytes: 'bytes',
  plays: (id: string, does: string): string => `${id}: Mallory ${does}`,
  name: (nick: string): string => nick.replace(/^./u, (first) => first.toUpperCase()),
  wrote: (words: string): string => `writes ${words}`,
  decision: {
    forward: (to) => `passes it on to ${to} as it is`,
    replace: (to) => `passes other bytes on to ${to} than it received`,
    drop: (to) => `does not deliver it to ${to}`,
    delay: (to) => `holds it back from ${to}`,
    inject: (to) => `adds a frame on the way to ${to}`,
  } satisfies Record<DecisionWord, (to: string) => string> as Readonly<
    Record<DecisionWord, (to: string) => string>
  >,
  injected: (to: string): string => `sends ${to} a frame that nobody asked it to carry`,
  late: (to: string, seconds: number): string =>
    seconds > 0 ? `delivers it to ${to}, ${seconds} s late` : `delivers to ${to} only now what it held back`,
  sends: 'sends a frame from a connection of her own',
  receivesToo: 'receives a copy of it, as every open connection does',
  held: (source: string): string => `has hold of ${source}`,
  /** `right`: null where the guess is of many things at once, of which the verdict speaks. */
  guessed: (guess: string, right: boolean | null): string =>
    right
      ? `guesses ${guess}, and that is the secret`
      : `guesses ${guess}${right === null ? '' : ', which is wrong'}`,
  showed: (author: string, words: string): string => `shows, as from ${author}: ${words}`,
  refused: (means: string): string => `refuses it: ${means}`,
  alarmed: (means: string, author: string, slot: number): string =>
    `raises the alarm about ${author}'s message ${slot}: ${means}`,
  acted: (means: string): string => `records: ${means}`,
  ran: "decodes the frame, and what it brings takes effect: the trial's canary file was found, with the trial's nonce in it",
  didNotRun: (why: string): string => `decodes the frame; no canary was found (${why})`,
  wentWrong: (what: string): string => `stops: ${what}`,
  sameBytes: (length: number): string => `the same ${length} characters as the honest frame, bit for bit`,
  fired: (code: string, part: string, means: string): string => `${code} of ${part}: ${means}`,
  /** Before the referee's words. */
  ruled: (verdict: string): string => `${verdict}: `,
  lesson: (lesson: string): string => `Lesson: ${lesson}`,
  checksFired: 'checks that fired',
  firedAt: (code: string, attacks: string): string => `${code} at ${attacks}`,
  leavesOpen: (defense: string, measured: string, byDesign: string): string =>
    `What ${defense} still leaves open: ${measured}; by design ${byDesign}.`,
  nothingMeasured: 'nothing that was played here',
  nothingProved: 'nothing was proved here',
  /** What people wrote or said, in the quotation marks of the language. */
  quoted: (words: string): string => `“${words}”`,
  /** What a code of the closed table means. */
  means: (code: string): string => factOf(code).means,
} as const;

/** The labels of diagrams. */
export const DRAW = {
  copy: 'a copy, as to every open connection',
  rogueRelay: 'Rogue relay',
  again: 'the same bytes again',
  ownFrame: 'a frame of her own',
  late: (seconds: number): string =>
    seconds > 0 ? `delivered ${seconds} s late` : 'delivered after the other',
  guessed: (right: boolean | null): string =>
    right ? 'guesses the secret, digit for digit' : right === null ? 'guesses' : 'guesses, and is wrong',
  decision: {
    forward: 'passed on as it is',
    replace: 'other bytes than it received',
    drop: 'not delivered',
    delay: 'held back',
    inject: 'one more frame',
  } satisfies Record<DecisionWord, string> as Readonly<Record<DecisionWord, string>>,
} as const;

/** The same sentences in any language. */
export type Tell = Widened<typeof TELL>;
export type Draw = Widened<typeof DRAW>;
