/**
 * A rogue server shows Carol another text than Bob in the same message of Alice's; one of the two was sent by nobody.
 * It is a rewriting for one reader, so that each finds the conversation in order. What authenticates the whole body
 * stops it, and members who compare digests of what they were shown reveal it. CWE-345.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { edit, steersAll } from '../edit.js';
import { aliceSaid, messageOf, PLACES, type Place, withBody } from '../message.js';
import { together } from '../together.js';
import { changed } from '../words.js';

interface Split extends Tactic {
  readonly place: Place;
}

export default defineAttack<'relay', Split>({
  id: 'rogue-server/equivocate-content',
  title: 'The server shows members different texts',
  position: 'relay',
  property: 'agreement-content',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [345],
  sources: ['Mazières and Shasha, Building Secure File Systems out of Byzantine Storage, PODC 2002'],
  tactics: () =>
    together(
      PLACES.map((place) => ({
        id: place,
        does: `shows Carol another text in Alice's ${place} message`,
        place,
      })),
    ),
  adversary: (_, { place }, { known, wire, did }) => {
    const line = aliceSaid(known, place);
    const wanted = changed(line.text, steersAll(wire) ? 'whole' : 'start');
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to !== 'carol') return { do: 'forward' };
        did(`shows carol “${wanted}” where the others read “${line.text}”`);
        return edit(wire, frame.body, line.text, wanted).map((body) => ({
          do: 'replace',
          bytes: withBody(frame, body),
        }));
      },
    };
  },
});
