/**
 * A rogue server delivers a message twice. Each copy is as genuine as the other: every key, tag and signature fits
 * both. Only a receiver that remembers what it has taken can tell; a TTL cannot while it lasts. CWE-294.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf, PLACES, type Place, withHeader } from '../message.js';

/** How far the copy's number jumps. */
const JUMP = 50;

interface Duplicate extends Tactic {
  readonly place: Place;
  /** The copy carries another number in its clear header. */
  readonly renumbered: boolean;
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
  tactics: () => [
    ...PLACES.map((place) => ({
      id: place,
      does: `delivers Alice's ${place} message twice`,
      place,
      renumbered: false,
    })),
    {
      id: 'renumbered',
      does: "delivers Alice's last message twice, the copy under another number",
      place: 'last',
      renumbered: true,
    },
  ],
  adversary: (_, { place, renumbered }, { known, did }) => {
    const line = aliceSaid(known, place);
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to === line.author) return { do: 'forward' };
        did(`delivers “${line.text}” to ${to} twice`);
        const copy = renumbered ? withHeader(frame, { seq: frame.header.seq + JUMP }) : bytes;
        return [{ do: 'forward' }, { do: 'inject', bytes: copy }];
      },
    };
  },
});
