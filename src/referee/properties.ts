import { utf8 } from '../model/bytes.js';
import type { Property } from '../model/property.js';
import { type Counter, type EventOf, eventsOf, type Trace } from '../model/trace.js';

/** Seconds within which a message must be shown to count as fresh (Δ). */
export const FRESH = 30;

const KIB = 1024;
/** What the relay may hold of each before it is no longer within its means: sessions, bytes, bytes. */
export const CAPS: Readonly<Record<Counter, number>> = {
  sessions: 32,
  unsent: 768 * KIB,
  received: 256 * KIB,
};

/** How a property was violated: the events that show it, what it was about, and one plain sentence. */
export interface Violation {
  readonly evidence: readonly string[];
  readonly about: readonly { readonly author: string; readonly room: string; readonly slot: number }[];
  readonly because: string;
}

type Predicate = (trace: Trace) => Violation | null;
type Send = EventOf<'send'>;
type Accept = EventOf<'accept'>;

/** One predicate a property: null where it held. Only ground truth is read, never what a frame or an adversary says of itself. */
export const PROPERTY: Readonly<Record<Property, Predicate>> = {
  confidentiality,
  integrity: (trace) => falsehood(trace, false),
  attribution: (trace) => falsehood(trace, true),
  uniqueness,
  freshness,
  order,
  'causal-order': causalOrder,
  completeness,
  'agreement-content': agreementOnContent,
  'agreement-order': agreementOnOrder,
  'agreement-omission': agreementOnOmission,
  'execution-safety': executionSafety,
  availability,
  'log-integrity': logIntegrity,
  'metadata-privacy': metadataPrivacy,
  password,
};

function confidentiality(trace: Trace): Violation | null {
  const guess = eventsOf(trace, 'guess').at(-1);
  const send = eventsOf(trace, 'send').find((candidate) => candidate.secret !== undefined);
  if (!guess || !send || guess.text !== send.secret) return null;
  return {
    evidence: [send.id, guess.id],
    about: [send],
    because: `mallory's guess is ${send.author}'s secret, digit for digit`,
  };
}

function password(trace: Trace): Violation | null {
  const guess = eventsOf(trace, 'guess').at(-1);
  const agreed = eventsOf(trace, 'password').find(({ text }) => text === guess?.text);
  if (!guess || !agreed) return null;
  return { evidence: [agreed.id, guess.id], about: [], because: "mallory's guess is the group password" };
}

/** A shown text that nobody sent in that room or, where `byAuthor`, that the shown author did not send. */
function falsehood(trace: Trace, byAuthor: boolean): Violation | null {
  const people = honest(trace);
  for (const accept of eventsOf(trace, 'accept')) {
    if (!people.has(accept.author)) continue; // what a dishonest author says is hers to choose
    const sends = sendsBefore(trace, accept).filter(
      (send) => send.room === accept.room && send.text === accept.text,
    );
    if (sends.length === 0)
      return claim(
        accept,
        `${accept.who} showed as ${accept.author}'s a text that nobody sent in ${accept.room}`,
      );
    if (byAuthor && !sends.some((send) => send.author === accept.author))
      return claim(
        accept,
        `${accept.who} showed as ${accept.author}'s a text that ${sends[0]!.author} wrote`,
      );
  }
  return null;
}

/** Matched as multisets: two honest messages with one text are two sends, and allow two displays. */
function uniqueness(trace: Trace): Violation | null {
  const accepts = eventsOf(trace, 'accept');
  for (const [index, accept] of accepts.entries()) {
    const same = (other: { room: string; text: string }): boolean =>
      other.room === accept.room && other.text === accept.text;
    const shown = accepts.slice(0, index + 1).filter((other) => other.who === accept.who && same(other));
    const sends = sendsBefore(trace, accept).filter(same);
    if (sends.length === 0 || shown.length <= sends.length) continue;
    return {
      ...claim(accept, `${accept.who} showed ${times(shown.length)} what was sent ${times(sends.length)}`),
      evidence: shown.map((other) => other.id),
    };
  }
  return null;
}

function freshness(trace: Trace): Violation | null {
  for (const accept of eventsOf(trace, 'accept')) {
    const ages = sendsBefore(trace, accept)
      .filter((send) => matches(send, accept))
      .map((send) => accept.at - send.at);
    const youngest = Math.min(...ages);
    if (ages.length > 0 && youngest > FRESH)
      return claim(
        accept,
        `${accept.who} showed a message of ${accept.author}'s ${youngest} s after it was sent, as if it were new`,
      );
  }
  return null;
}

/** Per author and receiver, first in, first out. */
function order(trace: Trace): Violation | null {
  const last = new Map<string, Accept & { rank: number }>();
  const used = new Map<string, Set<string>>();
  const sends = eventsOf(trace, 'send');
  for (const accept of eventsOf(trace, 'accept')) {
    const taken = used.get(accept.who) ?? new Set();
    used.set(accept.who, taken);
    const rank = sends.findIndex((send) => matches(send, accept) && !taken.has(send.id));
    if (rank < 0) continue;
    taken.add(sends[rank]!.id);
    const key = JSON.stringify([accept.who, accept.author, accept.room]);
    const before = last.get(key);
    if (before && before.rank > rank)
      return {
        ...claim(accept, `${accept.who} showed ${accept.author}'s earlier message after the later one`),
        evidence: [before.id, accept.id],
      };
    last.set(key, { ...accept, rank });
  }
  return null;
}

function completeness(trace: Trace): Violation | null {
  for (const send of eventsOf(trace, 'send')) {
    const same = (other: { author: string; room: string; text: string }): boolean => matches(other, send);
    const owed = eventsOf(trace, 'send').filter(same).length;
    for (const who of rosterAt(trace, send)) {
      const shown = eventsOf(trace, 'accept').filter((accept) => accept.who === who && same(accept)).length;
      if (shown < owed)
        return {
          evidence: [send.id],
          about: [send],
          because: `${who} never saw a message that ${send.author} sent, and nothing said so`,
        };
    }
  }
  return null;
}

/** An answer is shown before what its author had seen when she wrote it. */
function causalOrder(trace: Trace): Violation | null {
  const sends = eventsOf(trace, 'send');
  for (const answer of sends) {
    const seen = eventsOf(trace.slice(0, trace.indexOf(answer)), 'accept').filter(
      ({ who }) => who === answer.author,
    );
    for (const question of sends.filter((send) => seen.some((accept) => matches(accept, send)))) {
      const early = shownBy(trace).find((shown) => {
        const at = shown.findIndex((accept) => matches(accept, answer));
        const before = shown.findIndex((accept) => matches(accept, question));
        return at >= 0 && before > at;
      });
      const accept = early?.find((candidate) => matches(candidate, question));
      if (accept)
        return claim(accept, `${accept.who} showed ${answer.author}'s answer before what it answers`);
    }
  }
  return null;
}

/** Two honest members were shown different texts for one author, room and slot. */
function agreementOnContent(trace: Trace): Violation | null {
  const accepts = eventsOf(trace, 'accept');
  for (const [index, accept] of accepts.entries()) {
    const other = accepts
      .slice(0, index)
      .find(
        (before) => before.who !== accept.who && samePlace(before, accept) && before.text !== accept.text,
      );
    if (!other) continue;
    const because = `${other.who} and ${accept.who} were shown different texts in ${accept.author}'s message ${accept.slot}`;
    return { evidence: [other.id, accept.id], about: [accept], because };
  }
  return null;
}

/** Two messages stand in one order for one member and in the other for another. */
function agreementOnOrder(trace: Trace): Violation | null {
  const all = shownBy(trace);
  for (const [index, mine] of all.entries())
    for (const [at, first] of mine.entries())
      for (const second of mine.slice(at + 1))
        for (const theirs of all.slice(index + 1)) {
          const before = theirs.findIndex((accept) => matches(accept, second));
          const after = theirs.findIndex((accept) => matches(accept, first));
          if (before < 0 || after < 0 || before > after || matches(first, second)) continue;
          const because = `${first.who} and ${theirs[0]!.who} were shown two messages in opposite orders`;
          return { evidence: [second.id, theirs[after]!.id], about: [first, second], because };
        }
  return null;
}

/** A member was shown a later message of the room while an earlier one never came. */
function agreementOnOmission(trace: Trace): Violation | null {
  for (const send of eventsOf(trace, 'send'))
    for (const who of rosterAt(trace, send)) {
      const shown = eventsOf(trace, 'accept').filter((accept) => accept.who === who);
      if (shown.some((accept) => matches(accept, send))) continue;
      const later = shown.find((accept) => accept.room === send.room && isLater(trace, accept, send));
      if (later)
        return {
          evidence: [send.id, later.id],
          about: [send],
          because: `${who} was shown what came after a message of ${send.author}'s, and never that message`,
        };
    }
  return null;
}

const isLater = (trace: Trace, accept: Accept, send: Send): boolean => {
  const sent = eventsOf(trace, 'send').find((candidate) => matches(candidate, accept));
  return sent !== undefined && trace.indexOf(sent) > trace.indexOf(send);
};

/** What each honest member was shown, in order. */
const shownBy = (trace: Trace): Accept[][] =>
  [...honest(trace)].map((who) => eventsOf(trace, 'accept').filter((accept) => accept.who === who));

type Placed = { readonly author: string; readonly room: string; readonly slot: number };
const samePlace = (a: Placed, b: Placed): boolean =>
  a.author === b.author && a.room === b.room && a.slot === b.slot;

function executionSafety(trace: Trace): Violation | null {
  const hit = eventsOf(trace, 'detonation').find((event) => event.executed);
  return hit
    ? {
        evidence: [hit.id],
        about: [],
        because: `the code in the frame ran where ${hit.who} decodes: its canary was found`,
      }
    : null;
}

/** The relay stayed within its means, let every honest person in, and delivered what they said. */
function availability(trace: Trace): Violation | null {
  // The last is the most: a gauge only ever rises.
  const over = eventsOf(trace, 'gauge').findLast(({ counter, value }) => value > CAPS[counter]);
  if (over)
    return {
      evidence: [over.id],
      about: [],
      because: `the relay came to hold ${over.value} ${HELD[over.counter]}, beyond ${CAPS[over.counter]}`,
    };
  const turned = eventsOf(trace, 'turned-away')[0];
  if (turned)
    return {
      evidence: [turned.id],
      about: [],
      because: `the relay did not let ${turned.who} in: ${turned.code}`,
    };
  return outOfMeans(trace) ?? completeness(trace);
}

/** A decoder that died of what it decoded, or did not come back: the victim process shows what the program would do. */
function outOfMeans(trace: Trace): Violation | null {
  const dead = eventsOf(trace, 'detonation').find(({ why }) => why === 'crashed' || why === 'timed-out');
  return dead
    ? {
        evidence: [dead.id],
        about: [],
        because: `what the frame asks for ended the process that decodes it as ${dead.who} does (${dead.why})`,
      }
    : null;
}

const HELD: Readonly<Record<Counter, string>> = {
  sessions: 'sessions',
  unsent: 'unsent bytes for one reader',
  received: 'bytes of one incoming message',
};

/** What readers and viewers of a log take for the end of a line: C0 breaks, NEL, and Unicode's two separators. */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;

/** One event, one line: whoever breaks a line writes the next one, in the relay's name. */
function logIntegrity(trace: Trace): Violation | null {
  const broken = eventsOf(trace, 'log').find(({ who, line }) => who === 'relay' && LINE_BREAK.test(line));
  return broken
    ? {
        evidence: [broken.id],
        about: [],
        because: 'one event made two lines of the relay’s log, the second forged',
      }
    : null;
}

/**
 * The guess is a list, one entry a message in the order of sending: its size in bytes, or its author and room. All of
 * it must be right: what the messages are drawn from has 64 bits or more.
 */
function metadataPrivacy(trace: Trace): Violation | null {
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

/** Who the honest people are: those whose own programs joined. */
export const honest = (trace: Trace): Set<string> =>
  new Set(eventsOf(trace, 'join').map((event) => event.who));

function rosterAt(trace: Trace, send: Send): Set<string> {
  const roster = new Set<string>();
  for (const event of trace) {
    if (event.id === send.id) break;
    if (event.kind === 'join' && event.room === send.room) roster.add(event.who);
    if (event.kind === 'leave' && event.room === send.room) roster.delete(event.who);
  }
  return roster;
}

const sendsBefore = (trace: Trace, accept: Accept): Send[] =>
  eventsOf(trace.slice(0, trace.indexOf(accept)), 'send');

const matches = (
  a: { author: string; room: string; text: string },
  b: { author: string; room: string; text: string },
): boolean => a.author === b.author && a.room === b.room && a.text === b.text;

const claim = (accept: Accept, because: string): Violation => ({
  evidence: [accept.frame, accept.id],
  about: [accept],
  because,
});

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);
