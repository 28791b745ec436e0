import { utf8 } from '../../model/bytes.js';
import { type EventOf, eventsOf, type Trace } from '../../model/trace.js';
import type { Violation } from '../ground-truth.js';

/** One for each way that an adversary has to read a text; more would be chance, and not knowledge. */
const GUESSES = 5;

const guesses = (trace: Trace): EventOf<'guess'>[] => eventsOf(trace, 'guess').slice(0, GUESSES);

export function confidentiality(trace: Trace): Violation | null {
  const send = eventsOf(trace, 'send').find((candidate) => candidate.secret !== undefined);
  const guess = send && guesses(trace).find(({ text }) => text === send.secret);
  if (!guess) return null;
  return {
    evidence: [send.id, guess.id],
    about: [send],
    because: `mallory's guess is ${send.author}'s secret, digit for digit`,
  };
}

export function password(trace: Trace): Violation | null {
  const guess = eventsOf(trace, 'guess').at(-1);
  const agreed = eventsOf(trace, 'password').find(({ text }) => text === guess?.text);
  if (!guess || !agreed) return null;
  return { evidence: [agreed.id, guess.id], about: [], because: "mallory's guess is the group password" };
}

/** Chance alone may pass for knowledge in one trial of so many. */
const RARE = 1e8;

/** What a guess may know of a message, right or wrong; each is one of two, drawn where nobody sees it. */
const KNOWN = {
  'the size': ({ text }, claim) => claim === utf8(text).length,
  'the author': ({ author }, claim) => Array.isArray(claim) && claim[0] === author,
  'the room': ({ room }, claim) => Array.isArray(claim) && claim[1] === room,
} satisfies Record<string, (send: EventOf<'send'>, claim: unknown) => boolean>;

/**
 * A guess is a list, one entry a message in the order of sending: its size in bytes, or its author and room. Broken
 * where all of it is right, and where one of them is right so often that no coin would be.
 */
export function metadataPrivacy(trace: Trace): Violation | null {
  const sends = eventsOf(trace, 'send');
  return guesses(trace).flatMap((guess) => told(guess, sends) ?? [])[0] ?? null;
}

/** Whether any guess that counts has an entry for each message: one that has not was never about them, and its being wrong proves nothing. */
export const guessedOfEach = (trace: Trace): boolean =>
  guesses(trace).some(({ text }) => listIn(text)?.length === eventsOf(trace, 'send').length);

function told(guess: EventOf<'guess'>, sends: readonly EventOf<'send'>[]): Violation | null {
  const claims = listIn(guess.text);
  if (!claims || sends.length === 0 || claims.length !== sends.length) return null;
  const all = sends.length;
  const rights = Object.entries(KNOWN).map(([what, knows]) => ({
    what,
    right: sends.filter((send, at) => knows(send, claims[at])).length,
  }));
  const [size, author, room] = rights.map((one) => one.right === all);
  const wholly = size || (author && room);
  const known = rights.filter((one) => (wholly ? one.right === all : oddsOf(one.right, all) < 1 / RARE));
  if (known.length === 0) return null;
  const what = known.map((one) => one.what).join(' and ');
  const least = Math.min(...known.map((one) => one.right));
  return {
    evidence: [sends[0]!.id, guess.id],
    about: sends,
    because: `mallory named ${what} of ${least === all ? 'each' : least} of the ${all} messages`,
  };
}

/** How probable it is that at least so many of so many fair coins fall right. */
function oddsOf(right: number, of: number): number {
  let [odds, exactly] = [0, 0.5 ** of];
  for (let count = of; count >= right; count--) {
    odds += exactly;
    exactly *= count / (of - count + 1);
  }
  return odds;
}

function listIn(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
