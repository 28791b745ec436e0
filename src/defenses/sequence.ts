import { decodeHex } from '../model/base64.js';
import { concat, fromUtf8, splitAt, utf8 } from '../model/bytes.js';
import type { Host, Layer, Part } from '../model/defense.js';

/** The most missing messages that one gap names; beyond, the first of them stand for all. */
const NAMED = 16;
const COUNTER_BYTES = 8;
/** Behind a counter: more may have been said since, and none of it is missing here. */
const OR_MORE = '+';

/**
 * A counter for each author and room, in memory: the first seen is the baseline, what is not above the last is refused
 * and not buffered, and an alarm names what a gap skipped. It travels with the body, inside whatever signs or seals it:
 * a member who holds the group's key can put a header of her own around Alice's signed words, not another counter.
 */
export const sequence: Part = {
  id: 'sequence',
  title: 'Counters per author, in memory',
  protects: 'against copies and swaps, and shows what is missing in the middle, as long as the program runs',
  leavesOpen:
    'who wrote it (any member can, and can spoil counters); what comes before the first that a member sees; the end of a stream; a restart; age',
  stage: 'counter',
  brings: ['bound'],
  envelope: {
    part: 'sequence',
    encoding: 'utf8',
    fields: [{ name: 'counter', bytes: COUNTER_BYTES, encoding: 'hex', until: '.' }, { name: 'body' }],
  },
  layer: (_, host) => counting(host, inMemory()),
};

/** The same counters in the device's storage: a restart forgets none, so that no session is taken twice. */
export const sequenceDurable: Part = {
  ...sequence,
  id: 'sequence-durable',
  title: 'Counters per author, in the device’s storage',
  protects: 'against copies and swaps, across restarts too, and shows what is missing in the middle',
  leavesOpen:
    'who wrote it (any member can, and can spoil counters); the end of a stream; age; a copy that comes first',
  insteadOf: 'sequence',
  layer: (_, host) => counting(host, host.store),
};

const inMemory = (): Map<string, string> => new Map();

/** The part over any place that keeps the last counters, by room and author. */
export function counting(host: Host, last: Map<string, string>): Layer {
  const lastOf = (room: string, nick: string): number | undefined => {
    const known = last.get(nameOf(room, nick));
    return known === undefined ? undefined : Number.parseInt(known, 10);
  };
  const isExact = (room: string, nick: string): boolean => !last.get(nameOf(room, nick))?.endsWith(OR_MORE);
  return {
    seal: (body, { header }) => concat(utf8(`${counterOf(header.seq)}.`), body),
    open: (sealed, { header: { room, nick, seq } }) => {
      // Beyond 2^53 a number no longer counts: seq + 1 would equal seq.
      if (!Number.isSafeInteger(seq) || seq < 1) return { ok: false, code: 'bad-counter' };
      const halves = splitAt(sealed, '.');
      const sealedWith = halves && fromUtf8(halves[0]);
      if (!halves || decodeHex(sealedWith ?? '')?.length !== COUNTER_BYTES)
        return { ok: false, code: 'malformed-counter' };
      // Text against text: one number, one spelling.
      if (sealedWith !== counterOf(seq)) return { ok: false, code: 'counter-mismatch' };
      const before = lastOf(room, nick);
      if (before !== undefined && seq <= before) return { ok: false, code: 'counter-seen' };
      // Committed only when every layer has accepted: else a forged frame could push the counter on.
      const commit = (): void => {
        const missing = isExact(room, nick) ? skipped(before, seq) : [];
        last.set(nameOf(room, nick), String(seq));
        for (const slot of missing) host.alarm('gap', { author: nick, room, slot });
      };
      return { ok: true, body: halves[1], commit };
    },
    // Who comes back has missed nothing of what was said meanwhile; what she saw before is old for ever.
    leaving: (room) => {
      for (const [nick, seq] of countersIn(room, last)) last.set(nameOf(room, nick), `${seq}${OR_MORE}`);
    },
    checkpoint: (room) => JSON.stringify(countersIn(room, last)),
    resume: (room, checkpoint) => {
      // Upwards only: what this device has seen itself, nobody can make it forget.
      for (const [nick, seq] of readCounters(checkpoint))
        if (seq >= (lastOf(room, nick) ?? 1)) last.set(nameOf(room, nick), String(seq));
    },
  };
}

const nameOf = (room: string, nick: string): string => JSON.stringify([room, nick]);

const counterOf = (seq: number): string =>
  BigInt(seq)
    .toString(16)
    .padStart(COUNTER_BYTES * 2, '0');

const countersIn = (room: string, last: ReadonlyMap<string, string>): [string, number][] =>
  [...last].flatMap(([name, seq]): [string, number][] => {
    const [place, nick] = JSON.parse(name);
    return place === room ? [[nick, Number.parseInt(seq, 10)]] : [];
  });

function readCounters(checkpoint: string): [string, number][] {
  const value = parsed(checkpoint);
  const isCounter = (entry: unknown): entry is [string, number] =>
    Array.isArray(entry) && typeof entry[0] === 'string' && Number.isSafeInteger(entry[1]);
  return Array.isArray(value) ? value.filter(isCounter) : [];
}

/** The value of a JSON text; null where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The numbers between the last seen and this one. */
function skipped(before: number | undefined, seq: number): number[] {
  if (before === undefined) return [];
  return Array.from({ length: Math.min(seq - before - 1, NAMED) }, (_, index) => before + 1 + index);
}
