/**
 * A rogue server holds a message and all that follow for 45 seconds, in order: "sell now" arrives when it is too late.
 * Nothing is missing, repeated or changed, so only a receiver that compares an authenticated time with its own clock
 * can refuse it; it then refuses honest messages that were slow as well. Signed heartbeats that stay away tell of it.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, asMessage, carries, PLACES, type Place, withHeader } from '../message.js';
import { hasBinaryTime, restamp } from '../time.js';

const SECONDS = 45;
/** Less than any usual TTL: so much more for each of Alice's messages. */
const STEP_SECONDS = 25;

interface Delay extends Tactic {
  readonly place: Place;
  /** Also sets the clear time of what was held to the moment of its delivery, or the time in its token. */
  readonly freshened: 'nothing' | 'header' | 'token';
  /** Longer and longer, not all alike: a receiver that takes a slow connection for a slow clock gets used to it. */
  readonly grows?: true;
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
      id: 'growing',
      does: `holds all from Alice's first message on, ${STEP_SECONDS} s longer with each of hers`,
      place: 'first',
      freshened: 'nothing',
      grows: true,
    },
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
  adversary: (_, { place, freshened, grows }, { known, wire, did }) => {
    const first = aliceSaid(known, place);
    const more = grows ? STEP_SECONDS : SECONDS;
    /** For how many seconds each member's deliveries are held. */
    const held = new Map<string, number>();
    return {
      forward: ({ to, bytes }) => {
        const message = asMessage(bytes);
        const line = message && known.find((said) => carries(message, said));
        if (line && (grows ? line.author === first.author : line === first)) {
          held.set(to, (held.get(to) ?? 0) + more);
          did(`holds all deliveries to ${to} for ${held.get(to)} s from “${line.text}” on`);
        }
        const seconds = held.get(to);
        if (seconds === undefined) return { do: 'forward' };
        if (!message || freshened === 'nothing') return { do: 'delay', seconds };
        const sent = message.header.sent + seconds;
        const body = freshened === 'token' ? restamp(wire, message.body, sent) : message.body;
        return { do: 'delay', seconds, bytes: withHeader({ ...message, body }, { sent }) };
      },
    };
  },
});
