import { encodeFrame } from '../../src/chat/wire.js';
import type { AttackFacts } from '../../src/model/attack.js';
import type { Property } from '../../src/model/property.js';
import type { Event, Observation, Trace } from '../../src/model/trace.js';

export type Entry = readonly [who: string, observation: Observation, at?: number];

/** Writes a trace by hand: `[who, observation, seconds?]`; ids count for each participant as the arena's do. */
export function traceOf(...entries: readonly Entry[]): Trace {
  const counts = new Map<string, number>();
  return entries.map(([who, observation, at = 0]): Event => {
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return { id: `${who}#${count}`, who, at, ...observation };
  });
}

export const ROOM = 'lab';

export const join = (who: string) => [who, { kind: 'join', room: ROOM }] as const;
export const send = (author: string, slot: number, text: string, at = 0) =>
  [author, { kind: 'send', author, room: ROOM, slot, text }, at] as const;
export const accept = (who: string, author: string, slot: number, text: string, frame: string, at = 0) =>
  [who, { kind: 'accept', author, room: ROOM, slot, text, frame }, at] as const;
export const frameIn = (who: string, bytes: string, at = 0) =>
  [who, { kind: 'frame-in', bytes }, at] as const;
export const frameOut = (who: string, bytes: string) => [who, { kind: 'frame-out', bytes }] as const;

/** A message frame's bytes. */
export const bytesOf = (nick: string, seq: number, body: string, id = 1): string =>
  encodeFrame({ v: 1, type: 'message', header: { id, room: ROOM, nick, seq, sent: 0 }, suite: 'none', body });

/** An attack on a property, as the referee sees it. */
export const attackOn = (property: Property, more: Partial<AttackFacts> = {}): AttackFacts => ({
  id: 'test/attack',
  title: 'An attack',
  position: 'relay',
  property,
  needs: [],
  alarms: [],
  cwe: [],
  sources: [],
  ...more,
});
