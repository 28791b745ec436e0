/**
 * A rogue server takes the protection off: it passes on an altered text in clear, under the tag of a chat without any
 * seal, and once more under this chat's own tag. It needs no key and forges nothing. It works where a program also
 * takes what an older one would have sent; a mandatory suite, and layers that fail closed, stop it. CWE-757.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageFrame, messageOf, PLACES, type Place } from '../message.js';
import { together } from '../together.js';
import { changed } from '../words.js';

interface Downgrade extends Tactic {
  readonly place: Place;
}

export default defineAttack<'relay', Downgrade>({
  id: 'rogue-server/downgrade',
  title: 'The server passes on an altered text, unsealed',
  position: 'relay',
  property: 'integrity',
  needs: ['a layer that seals bodies'],
  against: 'encryption-optional',
  alarms: ['view-differs', 'unknown-view'],
  cwe: [757],
  sources: ['CWE-757', 'RFC 7457 §2.1 (SSL stripping)', 'RFC 7435 §3'],
  tactics: () =>
    together(
      PLACES.map((place) => ({
        id: place,
        does: `passes Alice's ${place} message on in clear, altered`,
        place,
      })),
    ),
  adversary: (_, { place }, { known, wire, did }) => {
    const line = aliceSaid(known, place);
    const text = changed(line.text, 'whole');
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to === line.author) return { do: 'forward' };
        did(`passes “${text}” on to ${to} in clear, in the place of “${line.text}”`);
        const body = JSON.stringify({ text });
        return [
          { do: 'replace', bytes: messageFrame('none', headerOf(frame.header), body) },
          { do: 'inject', bytes: messageFrame(wire.suite, headerOf(frame.header), body) },
        ];
      },
    };
  },
});

const headerOf = ({ room, nick, seq, sent }: Parameters<typeof messageFrame>[1]) => ({
  room,
  nick,
  seq,
  sent,
});
