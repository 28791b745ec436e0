/**
 * Mallory is a member of both rooms. She takes what Alice said in the one and seals it as Alice's for the other: from
 * the words anew, or keeping whatever Alice signed and renewing what the group's keys made around it. Under a group key
 * the result is as good as Alice's own. A signature that covers the room, or a relay that holds a nick to its
 * connection, stops her. Davis 2001; CWE-345.
 */
import { type Capabilities, defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageFrame, messageOf, PLACES, type Place } from '../message.js';
import { onceIn } from '../once.js';
import { together } from '../together.js';

interface Rewrap extends Tactic {
  readonly place: Place;
  readonly keeps: 'the words' | 'the signature';
}

const rewrap = (place: Place, keeps: Rewrap['keeps']): Rewrap => ({
  id: `${place}-${keeps === 'the words' ? 'resealed' : 'kept'}`,
  does: `seals Alice's ${place} message for another room, keeping ${keeps}`,
  place,
  keeps,
});

const joining = onceIn<Capabilities['insider'], Promise<unknown>>();

export default defineAttack<'insider', Rewrap>({
  id: 'insider/rewrap',
  title: "A member shows Alice's words in another room",
  position: 'insider',
  property: 'attribution',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [345],
  sources: ['Davis, Defective Sign & Encrypt, USENIX 2001'],
  tactics: () =>
    together([...PLACES.map((place) => rewrap(place, 'the signature')), rewrap('last', 'the words')]),
  adversary: (member, { place, keeps }, { known, room, rooms, wire, now, did, settle }) => {
    const line = aliceSaid(known, place);
    const other = rooms.find((name) => name !== room)!;
    return {
      end: async () => {
        await joining(member, () => member.join(other));
        const heard = member.connection.received.map((bytes) => messageOf(bytes, line)).find(Boolean);
        if (!heard) return;
        const header = { room: other, nick: line.author, seq: line.seq, sent: now() };
        const kept = keeps === 'the signature' ? member.rewrap(heard.header, heard.body, header) : null;
        const body = kept ?? member.seal(header, line.text);
        did(`writes Alice's “${line.text}” into ${other}`);
        member.connection.send(messageFrame(wire.suite, header, body));
        await settle();
      },
    };
  },
});
