/**
 * A rogue server returns Alice's own message to her under Bob's nick: she reads her words as his. Under a group key
 * nothing tells who sealed a message, so Alice's program finds it in order. A check that binds the author, under a key
 * that only he has, stops it. CWE-301.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf, PLACES, type Place, withHeader } from '../message.js';
import { together } from '../together.js';

interface Reflect extends Tactic {
  readonly place: Place;
}

export default defineAttack<'relay', Reflect>({
  id: 'rogue-server/reflect',
  title: 'The server returns Alice her own message as Bob’s',
  position: 'relay',
  property: 'attribution',
  needs: [],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [301],
  sources: ['CWE-301, Reflection Attack in an Authentication Protocol'],
  tactics: () =>
    together(PLACES.map((place) => ({ id: place, does: `returns Alice's ${place} message to her`, place }))),
  adversary: (_, { place }, { known, did }) => {
    const line = aliceSaid(known, place);
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to !== line.author) return { do: 'forward' };
        did(`returns “${line.text}” to Alice under Bob's name`);
        return [{ do: 'forward' }, { do: 'inject', bytes: withHeader(frame, { nick: 'bob' }) }];
      },
    };
  },
});
