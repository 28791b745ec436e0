/**
 * A rogue server appends words to a message of Alice's and makes the tag for the longer one without the key. The digest
 * of SHA-256 is its inner state, so that SHA-256(key‖message) is where anybody can go on; only the length of the key
 * must be tried out. It works wherever such a tag stands before a reader that lets a later field override an earlier
 * one. HMAC hashes a second time under the key (RFC 2104) and stops it. Duong and Rizzo, Flickr 2009; CWE-328.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { extensions } from '../extend.js';
import { aliceSaid, messageBytes, messageOf, PLACES, type Place, withBody } from '../message.js';
import { changed } from '../words.js';

interface Extend extends Tactic {
  readonly place: Place;
}

export default defineAttack<'relay', Extend>({
  id: 'crypto/length-extension',
  title: 'The server extends a tagged message',
  position: 'relay',
  property: 'integrity',
  needs: ['the mac part'],
  against: 'mac-prefix',
  alarms: [],
  cwe: [328],
  sources: ["Duong and Rizzo, Flickr's API Signature Forgery Vulnerability, 2009", 'RFC 2104 §6'],
  tactics: () =>
    PLACES.map((place) => ({
      id: place,
      does: `extends Alice's ${place} message, for every length of the key`,
      place,
    })),
  adversary: (_, { place }, { known, wire, did }) => {
    const line = aliceSaid(known, place);
    const wanted = messageBytes(changed(line.text, 'whole'));
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        // Sixty-five lengths are tried, so it is played against Bob alone.
        if (!frame || to !== 'bob') return { do: 'forward' };
        did(`appends “${changed(line.text, 'whole')}” to “${line.text}” and goes on hashing from its tag`);
        const header = { ...frame.header, seq: frame.header.seq + known.length };
        const longer = extensions(wire, frame.body, messageBytes(line.text), wanted);
        return [
          { do: 'forward' },
          ...longer.map((body) => ({ do: 'inject' as const, bytes: withBody({ ...frame, header }, body) })),
        ];
      },
    };
  },
});
