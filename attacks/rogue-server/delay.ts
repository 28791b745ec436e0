/**
 * A rogue server holds a message and all that follow for 45 seconds, in order: "sell now" arrives when it is too late.
 * Nothing is missing, repeated or changed, so only a receiver that compares an authenticated time with its own clock
 * can refuse it; it then refuses honest messages that were slow as well. Signed heartbeats that stay away tell of it.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, asMessage, messageOf, PLACES, type Place, withHeader } from '../message.js';
import { hasBinaryTime, restamp } from '../time.js';

const SECONDS = 45;

interface Delay extends Tactic {
  readonly place: Place;
  /** Also sets the clear time of what was held to the moment of its delivery, or the time in its token. */
  readonly freshened: 'nothing' | 'header' | 'token';
}

export default defineAttack<'relay', Delay>({
  id: 'rogue-server/delay',
  title: `The server holds everything back for ${SECONDS} s`,
  position: 'relay',
  property: 'freshness',
  needs: [],
  alarms: ['silence', 'unconfirmed', 'unknown-view', 'not-echoed'],
  cwe: [],
  sources: ['Fernet specification, Verifying, step 3'],
  tactics: (wire) => [
    ...PLACES.map((place) => ({
      id: place,
      does: `holds all from Alice's ${place} message on for ${SECONDS} s`,
      place,
      freshened: 'nothing' as const,
    })),
    {
      id: 'freshened',
      does: `holds all from Alice's last message on for ${SECONDS} s and sets its clear time to then`,
      place: 'last',
      freshened: 'header',
    },
    ...(hasBinaryTime(wire)
      ? [
          {
            id: 'restamped',
            does: `holds all from Alice's last message on for ${SECONDS} s and sets the time in its token to then`,
            place: 'last',
            freshened: 'token',
          } as const,
        ]
      : []),
  ],
  adversary: (_, { place, freshened }, { known, wire, did }) => {
    const line = aliceSaid(known, place);
    const held = new Set<string>();
    return {
      forward: ({ to, bytes }) => {
        if (messageOf(bytes, line) && !held.has(to)) {
          held.add(to);
          did(`holds all deliveries to ${to} for ${SECONDS} s from “${line.text}” on`);
        }
        if (!held.has(to)) return { do: 'forward' };
        const message = freshened === 'nothing' ? null : asMessage(bytes);
        if (!message) return { do: 'delay', seconds: SECONDS };
        const sent = message.header.sent + SECONDS;
        const body = freshened === 'token' ? restamp(wire, message.body, sent) : message.body;
        return { do: 'delay', seconds: SECONDS, bytes: withHeader({ ...message, body }, { sent }) };
      },
    };
  },
});
