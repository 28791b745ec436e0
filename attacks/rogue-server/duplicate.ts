/**
 * A rogue server delivers a message twice. Each copy is as genuine as the other: every key, tag and signature fits
 * both. Only a receiver that remembers what it has taken can tell; a TTL cannot while it lasts. CWE-294.
 */
import type { MessageFrame } from '../../src/chat/wire.js';
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import {
  aliceSaid,
  capitalised,
  messageOf,
  otherNumbers,
  PLACES,
  type Place,
  recut,
  withHeader,
} from '../message.js';
import { together } from '../together.js';

interface Duplicate extends Tactic {
  readonly place: Place;
  /** To the others as it is, or each copy under another number or name in its clear header; or to the author too: all then see the same. */
  readonly how: 'to-others' | 'renumbered' | 'alike';
}

export default defineAttack<'relay', Duplicate>({
  id: 'rogue-server/duplicate',
  title: 'The server delivers a message twice',
  position: 'relay',
  property: 'uniqueness',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [294],
  sources: ['RFC 4303 §2.2'],
  tactics: () =>
    together<Duplicate>([
      ...PLACES.map((place) => ({
        id: place,
        does: `delivers Alice's ${place} message twice`,
        place,
        how: 'to-others' as const,
      })),
      {
        id: 'alike',
        does: "delivers Alice's last message twice to all alike, herself too",
        place: 'last',
        how: 'alike',
      },
      {
        id: 'renumbered',
        does: "delivers Alice's last message twice, with copies under other numbers and names",
        place: 'last',
        how: 'renumbered',
      },
    ]),
  adversary: (_, { place, how }, { known, members, did }) => {
    const line = aliceSaid(known, place);
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || (to === line.author && how !== 'alike')) return { do: 'forward' };
        did(`delivers “${line.text}” to ${to} twice`);
        const copies = how === 'renumbered' ? otherwise(frame, members) : [bytes];
        return [{ do: 'forward' }, ...copies.map((bytes) => ({ do: 'inject' as const, bytes }))];
      },
    };
  },
});

/** Copies of a frame, each under a header that is not its own: what refuses one has taken nothing of it. */
function otherwise(frame: MessageFrame, members: readonly string[]): string[] {
  const { seq, nick } = frame.header;
  const names = [capitalised(nick), `${nick}\u200b`, ...members.filter((member) => member !== nick)];
  const headers = [
    ...otherNumbers(seq).map((number) => ({ seq: number })),
    recut(frame.header),
    ...names.map((name) => ({ nick: name })),
  ];
  return headers.map((header) => withHeader(frame, header));
}
