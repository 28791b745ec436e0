/**
 * A rogue server shows a message in another room than the one it was written for: what Alice told her friends stands
 * in front of everybody. Every byte that she sealed is as she sealed it; only the room in the clear header is another,
 * and one group key serves all rooms. What stops it binds the room into what is checked. CWE-345.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf, PLACES, type Place, withHeader } from '../message.js';
import { together } from '../together.js';

interface Move extends Tactic {
  readonly place: Place;
  /** The message is numbered as the first of its author in the other room. */
  readonly renumbered: boolean;
}

const move = (place: Place, renumbered: boolean): Move => ({
  id: renumbered ? `${place}-renumbered` : place,
  does: `shows Alice's ${place} message in another room${renumbered ? ', as her first there' : ''}`,
  place,
  renumbered,
});

export default defineAttack<'relay', Move>({
  id: 'rogue-server/cross-room',
  title: 'The server moves a message to another room',
  position: 'relay',
  property: 'integrity',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [345],
  sources: ['Davis, Defective Sign & Encrypt, USENIX 2001', 'CWE-345'],
  tactics: () => together([...PLACES.map((place) => move(place, false)), move('last', true)]),
  adversary: (_, { place, renumbered }, { known, room, rooms, did }) => {
    const line = aliceSaid(known, place);
    const other = rooms.find((name) => name !== room)!;
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to === line.author) return { do: 'forward' };
        did(`shows ${to} “${line.text}” in ${other}`);
        const seq = renumbered ? 1 : frame.header.seq;
        return { do: 'replace', bytes: withHeader(frame, { room: other, seq }) };
      },
    };
  },
});
