import { type Event, type EventOf, eventsOf, MALLORY, type Trace } from '../../src/model/trace.js';
import { bodyOf, frameOf } from '../../src/report/provenance.js';
import { carries } from './frames.js';

/** How a text that somebody shows stands to what was written: the truth, again, or by nobody of that name. */
export type Standing = 'true' | 'again' | 'false';

/** Judged from the ground truth, which honest senders wrote; what Mallory says in her own name is hers to say. */
export function standingOf(shown: EventOf<'accept'>, trace: Trace): Standing {
  const written = eventsOf(trace, 'send').some(
    ({ author, room, text }) => author === shown.author && room === shown.room && text === shown.text,
  );
  if (!written && shown.author !== MALLORY) return 'false';
  const before = trace.slice(0, trace.indexOf(shown));
  return eventsOf(before, 'accept').some(
    ({ who, author, room, slot, text }) =>
      who === shown.who &&
      author === shown.author &&
      room === shown.room &&
      slot === shown.slot &&
      text === shown.text,
  )
    ? 'again'
    : 'true';
}

/** What a party has of a message: wrote it, shows it, shows something else in its place, read it on the way, holds sealed bytes, nothing. */
export type Has = 'wrote' | 'shows' | 'shows-other' | 'reads' | 'sealed' | 'nothing';

export interface KnownMessage {
  readonly send: EventOf<'send'>;
  readonly has: Readonly<Record<string, Has>>;
}

/** Each message that was written up to an event, and what every party has of it by then. */
export function knowledge(
  trace: Trace,
  until: Event | undefined,
  parties: readonly string[],
): KnownMessage[] {
  const past = until ? trace.slice(0, trace.indexOf(until) + 1) : [];
  return eventsOf(past, 'send').map((send) => ({
    send,
    has: Object.fromEntries(parties.map((party) => [party, hasOf(party, send, past, trace)])),
  }));
}

function hasOf(party: string, send: EventOf<'send'>, past: Trace, trace: Trace): Has {
  if (party === send.author) return 'wrote';
  const shown = eventsOf(past, 'accept').filter(
    ({ who, author, room, slot }) =>
      who === party && author === send.author && room === send.room && slot === send.slot,
  );
  if (shown.some(({ text }) => text === send.text)) return 'shows';
  if (shown.length > 0) return 'shows-other';
  if (party === MALLORY && eventsOf(past, 'guess').some(({ text }) => text === send.secret)) return 'reads';
  const held = bytesAt(party, past);
  const frame = frameOf(send, trace);
  const body = frame === undefined ? null : bodyOf(frame);
  const carrying = held.filter((bytes) => bytes === frame || (body !== null && bodyOf(bytes) === body));
  if (held.some((bytes) => carries(bytes, send.text))) return 'reads';
  return carrying.length > 0 ? 'sealed' : 'nothing';
}

/** Every byte that somebody has had in hand; a relay of the adversary's is her own eyes. */
function bytesAt(party: string, past: Trace): string[] {
  return past.flatMap((event) => {
    if (event.kind === 'frame-in' && event.who === party) return event.bytes;
    if (event.kind === 'held' && party === MALLORY) return event.bytes;
    return [];
  });
}
