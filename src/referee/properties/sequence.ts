import { factOf } from '../../model/code.js';
import { carrierOf, type EventOf, eventsOf, type Trace } from '../../model/trace.js';
import {
  type Accept,
  claim,
  matches,
  rosterAt,
  type Send,
  shownBy,
  shownToOthersFirst,
  type Violation,
} from '../ground-truth.js';

/** Per author and receiver, first in, first out. */
export function order(trace: Trace): Violation | null {
  const last = new Map<string, Accept & { rank: number }>();
  const used = new Map<string, Set<string>>();
  const sends = eventsOf(trace, 'send');
  for (const accept of shownToOthersFirst(trace)) {
    const taken = used.get(accept.who) ?? new Set();
    used.set(accept.who, taken);
    // The first of its words that was for her: what others said alike before she came is another message.
    const rank = sends.findIndex(
      (send) => matches(send, accept) && !taken.has(send.id) && rosterAt(trace, send).has(accept.who),
    );
    if (rank < 0) continue;
    taken.add(sends[rank]!.id);
    const key = JSON.stringify([accept.who, accept.author, accept.room]);
    const before = last.get(key);
    if (before && before.rank > rank)
      return {
        ...claim(accept, `${accept.who} showed ${accept.author}'s earlier message after the later one`),
        evidence: [before.id, accept.id],
        // By their places as they were sent: what a frame says of its own may be part of the lie.
        about: [sends[before.rank]!, sends[rank]!],
      };
    last.set(key, { ...accept, rank });
  }
  return null;
}

/** Everybody who was there is shown what is sent; of those who are not, another than its author is named. */
export function completeness(trace: Trace): Violation | null {
  for (const send of eventsOf(trace, 'send')) {
    const without = [...rosterAt(trace, send)].filter((who) => isOwed(send, who, trace));
    const who = without.find((other) => other !== send.author) ?? without[0];
    if (who === undefined) continue;
    const never = `${who} never saw a message that ${send.author} sent`;
    const refusal = refusalOf(send, who, trace);
    return {
      evidence: [send.id, ...(refusal ? [refusal.id] : [])],
      about: [send],
      because: refusal ? `${never}: its frame was refused (${factOf(refusal.code).means})` : never,
    };
  }
  return null;
}

/** Whether somebody was shown these words less often than she was to be: nobody is owed what was said before she came or after she went. */
function isOwed(send: Send, who: string, trace: Trace): boolean {
  const owed = eventsOf(trace, 'send').filter(
    (other) => matches(other, send) && rosterAt(trace, other).has(who),
  );
  const shown = eventsOf(trace, 'accept').filter((accept) => accept.who === who && matches(accept, send));
  return shown.length < owed.length;
}

/** What her own program said of the frame in which this was sent, where it came to her as it was. */
function refusalOf(send: Send, who: string, trace: Trace): EventOf<'reject'> | undefined {
  const sent = carrierOf(send, trace);
  const came = eventsOf(trace, 'frame-in').filter(
    (frame) => frame.who === who && frame.bytes === sent?.bytes,
  );
  return eventsOf(trace, 'reject').find(({ frame }) => came.some(({ id }) => id === frame));
}

/** An answer is shown before what its author had seen when she wrote it. */
export function causalOrder(trace: Trace): Violation | null {
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

/** Two messages stand in one order for one member and in the other for another. */
export function agreementOnOrder(trace: Trace): Violation | null {
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
export function agreementOnOmission(trace: Trace): Violation | null {
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
