/**
 * A rogue server holds a message and all that follow for 45 seconds, in order: "sell now" arrives when it is too late.
 * Nothing is missing, repeated or changed, so only a receiver that compares an authenticated time with its own clock
 * can tell. It then refuses honest messages that were slow as well.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, asMessage, messageOf, PLACES, type Place, withHeader } from '../message.js';

const SECONDS = 45;

interface Delay extends Tactic {
  readonly place: Place;
  /** Also sets the clear time of what was held to the moment of its delivery. */
  readonly freshened: boolean;
}

export default defineAttack<'relay', Delay>({
  id: 'rogue-server/delay',
  title: `The server holds everything back for ${SECONDS} s`,
  position: 'relay',
  property: 'freshness',
  needs: [],
  alarms: [],
  cwe: [],
  sources: ['Fernet specification, Verifying, step 3'],
  tactics: () => [
    ...PLACES.map((place) => ({
      id: place,
      does: `holds all from Alice's ${place} message on for ${SECONDS} s`,
      place,
      freshened: false,
    })),
    {
      id: 'freshened',
      does: `holds all from Alice's last message on for ${SECONDS} s and sets its clear time to then`,
      place: 'last',
      freshened: true,
    },
  ],
  adversary: (_, { place, freshened }, { known, did }) => {
    const line = aliceSaid(known, place);
    const held = new Set<string>();
    return {
      forward: ({ to, bytes }) => {
        if (messageOf(bytes, line) && !held.has(to)) {
          held.add(to);
          did(`holds all deliveries to ${to} for ${SECONDS} s from “${line.text}” on`);
        }
        if (!held.has(to)) return { do: 'forward' };
        const message = freshened ? asMessage(bytes) : null;
        if (!message) return { do: 'delay', seconds: SECONDS };
        const sent = message.header.sent + SECONDS;
        return { do: 'delay', seconds: SECONDS, bytes: withHeader(message, { sent }) };
      },
    };
  },
});
