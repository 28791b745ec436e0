import { utf8 } from '../../model/bytes.js';
import { eventsOf, type Trace } from '../../model/trace.js';
import type { Violation } from '../ground-truth.js';

export function confidentiality(trace: Trace): Violation | null {
  const guess = eventsOf(trace, 'guess').at(-1);
  const send = eventsOf(trace, 'send').find((candidate) => candidate.secret !== undefined);
  if (!guess || !send || guess.text !== send.secret) return null;
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

/**
 * The guess is a list, one entry a message in the order of sending: its size in bytes, or its author and room. All of
 * it must be right: what the messages are drawn from has 64 bits or more.
 */
export function metadataPrivacy(trace: Trace): Violation | null {
  const guess = eventsOf(trace, 'guess').at(-1);
  const sends = eventsOf(trace, 'send');
  const claims = guess && listIn(guess.text);
  if (!claims || sends.length === 0 || claims.length !== sends.length) return null;
  const told = sends.every(
    ({ author, room, text }, at) =>
      claims[at] === utf8(text).length || JSON.stringify(claims[at]) === JSON.stringify([author, room]),
  );
  if (!told) return null;
  const what = typeof claims[0] === 'number' ? 'the size' : 'author and room';
  return {
    evidence: [sends[0]!.id, guess.id],
    about: sends,
    because: `mallory named ${what} of each of the ${sends.length} messages`,
  };
}

function listIn(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
