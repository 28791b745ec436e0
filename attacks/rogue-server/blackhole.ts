/**
 * A rogue server forwards nothing any more and keeps every connection open, so that silence looks like silence. Nothing
 * arrives that anybody could check, and no client can make a server work. What reveals it expects something: an echo
 * of one's own message, a signed sign of life from the others.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf, PLACES, type Place } from '../message.js';

interface Hole extends Tactic {
  readonly place: Place;
  readonly swallows: 'everything' | 'what is for bob';
}

const hole = (place: Place, swallows: Hole['swallows']): Hole => ({
  id: swallows === 'everything' ? place : `${place}-bob`,
  does: `forwards ${swallows === 'everything' ? 'nothing' : 'Bob nothing'} any more from Alice's ${place} message on`,
  place,
  swallows,
});

export default defineAttack<'relay', Hole>({
  id: 'rogue-server/blackhole',
  title: 'The server forwards nothing any more',
  position: 'relay',
  property: 'availability',
  needs: [],
  alarms: ['not-echoed', 'silence', 'unknown-view'],
  cwe: [],
  sources: ['RFC 4949, "denial of service"'],
  tactics: () => [...PLACES.map((place) => hole(place, 'everything')), hole('middle', 'what is for bob')],
  adversary: (_, { place, swallows }, { known, did }) => {
    const line = aliceSaid(known, place);
    let open = false;
    return {
      forward: ({ to, bytes }) => {
        if (!open && messageOf(bytes, line)) {
          open = true;
          did(`forwards nothing any more from “${line.text}” on`);
        }
        return { do: open && (swallows === 'everything' || to === 'bob') ? 'drop' : 'forward' };
      },
    };
  },
});
