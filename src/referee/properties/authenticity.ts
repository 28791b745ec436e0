import { confusable } from '../../model/confusable.js';
import { eventsOf, honest, MALLORY, type Trace } from '../../model/trace.js';
import {
  byName,
  claim,
  matches,
  samePlace,
  sendsBefore,
  shownToOthersFirst,
  times,
  type Violation,
} from '../ground-truth.js';

/** Seconds within which a message must be shown to count as fresh (Δ). */
export const FRESH = 30;

/**
 * A shown text that nobody sent in that room or, where `byAuthor`, that the shown author did not send, be it a member or
 * nobody; whoever reads a name that only looks like a member's reads the member's.
 */
export function falsehood(trace: Trace, byAuthor: boolean): Violation | null {
  const people = honest(trace);
  for (const accept of shownToOthersFirst(trace)) {
    const isMember = people.has(accept.author);
    const seeming = byAuthor && !isMember && [...people].find((nick) => confusable(nick, accept.author));
    if (seeming)
      return claim(
        accept,
        `${accept.who} showed under a name that looks like ${seeming}'s a text that ${seeming} did not write`,
      );
    const sends = sendsBefore(trace, accept).filter(
      (send) => send.room === accept.room && send.text === accept.text,
    );
    // What the adversary says in her own name is hers to choose; in one that is nobody's, only honest words wrong anybody.
    if (!isMember && (!byAuthor || accept.author === MALLORY || sends.length === 0)) continue;
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
export function uniqueness(trace: Trace): Violation | null {
  const accepts = eventsOf(trace, 'accept');
  for (const accept of shownToOthersFirst(trace)) {
    const same = (other: { room: string; text: string }): boolean =>
      other.room === accept.room && other.text === accept.text;
    const until = accepts.slice(0, accepts.indexOf(accept) + 1);
    const shown = until.filter((other) => other.who === accept.who && same(other));
    const sends = sendsBefore(trace, accept).filter(same);
    if (sends.length === 0 || shown.length <= sends.length) continue;
    return {
      ...claim(accept, `${accept.who} showed ${times(shown.length)} what was sent ${times(sends.length)}`),
      evidence: shown.map((other) => other.id),
    };
  }
  return null;
}

export function freshness(trace: Trace): Violation | null {
  for (const accept of shownToOthersFirst(trace)) {
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

/** Two honest members were shown different texts for one author, room and slot. */
export function agreementOnContent(trace: Trace): Violation | null {
  const accepts = byName(eventsOf(trace, 'accept'));
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
