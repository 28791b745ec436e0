import { type EventOf, eventsOf, honest, type Trace } from '../model/trace.js';

/** How a property was violated: the events that show it, what it was about, and one plain sentence. */
export interface Violation {
  readonly evidence: readonly string[];
  readonly about: readonly { readonly author: string; readonly room: string; readonly slot: number }[];
  readonly because: string;
}

export type Predicate = (trace: Trace) => Violation | null;
export type Send = EventOf<'send'>;
export type Accept = EventOf<'accept'>;

/** Who was in the room when this was sent: had been told so or, with `admitted`, had been let in by the relay. */
export function rosterAt(trace: Trace, send: Send, since: 'join' | 'admitted' = 'join'): Set<string> {
  const roster = new Set<string>();
  for (const event of trace) {
    if (event.id === send.id) break;
    if (event.kind === since && event.room === send.room) roster.add(event.who);
    if (event.kind === 'leave' && event.room === send.room) roster.delete(event.who);
  }
  return roster;
}

export const sendsBefore = (trace: Trace, accept: Accept): Send[] =>
  eventsOf(trace.slice(0, trace.indexOf(accept)), 'send');

export const matches = (
  a: { author: string; room: string; text: string },
  b: { author: string; room: string; text: string },
): boolean => a.author === b.author && a.room === b.room && a.text === b.text;

export const claim = (accept: Accept, because: string): Violation => ({
  evidence: [accept.frame, accept.id],
  about: [accept],
  because,
});

/** In the order of names, each one's own as they came: who of several acts first is a race, and a report tells it alike. */
export const byName = <T extends { readonly who: string }>(events: readonly T[]): T[] =>
  events.toSorted((one, other) => (one.who < other.who ? -1 : one.who > other.who ? 1 : 0));

/** What was shown, by name, to others before to whoever is named as its author: she is the last to be deceived about it. */
export function shownToOthersFirst(trace: Trace): Accept[] {
  const accepts = eventsOf(trace, 'accept');
  const isOwn = ({ who, author }: Accept): boolean => who === author;
  return [...byName(accepts.filter((accept) => !isOwn(accept))), ...accepts.filter(isOwn)];
}

export const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

/** What each honest member was shown, in order. */
export const shownBy = (trace: Trace): Accept[][] =>
  [...honest(trace)].map((who) => eventsOf(trace, 'accept').filter((accept) => accept.who === who));

export type Placed = { readonly author: string; readonly room: string; readonly slot: number };
export const samePlace = (a: Placed, b: Placed): boolean =>
  a.author === b.author && a.room === b.room && a.slot === b.slot;
