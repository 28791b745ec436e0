/**
 * Mallory is a member and sends a message of Alice's with a huge counter. Whoever takes it has seen that counter, and
 * refuses all that Alice says from then on as old. Where a group's key vouches for the counter any member can do it;
 * where Alice signs her words but not their number, her own words under another number do it. A counter that is signed
 * with the words, and committed only when the signature has been verified, stops it.
 */
import { encodeFrame, WIRE_VERSION } from '../../src/chat/wire.js';
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import type { MessageHeader } from '../../src/model/defense.js';
import { asMessage } from '../message.js';

const WORDS = 'Good evening.';

interface Jump extends Tactic {
  readonly seq: number;
  /** Whether Alice's own sealed words go under the counter, or words of Mallory's. */
  readonly words: 'own' | 'hers';
}

export default defineAttack<'insider', Jump>({
  id: 'insider/counter-jump',
  title: 'A member pushes Alice’s counter out of reach',
  position: 'insider',
  property: 'availability',
  needs: ['receiver counters'],
  against: 'sequence',
  // A gap is told, and tells of messages that nobody sent: not that Alice is refused.
  alarms: [],
  cwe: [],
  sources: ['RFC 4303 §3.4.3 (the window moves only after verification)'],
  circumstances: {
    afterwards: [
      { do: 'say', author: 'alice', text: 'One more thing: the door is open until ten.' },
      { do: 'say', author: 'bob', text: 'Thank you, Alice.' },
    ],
  },
  tactics: () => [
    {
      id: 'fresh-words',
      does: 'seals words of her own as Alice’s message 1 000 000',
      seq: 1_000_000,
      words: 'own',
    },
    {
      id: 'signed-words',
      does: 'puts Alice’s own signed words under the number 1 000 000',
      seq: 1_000_000,
      words: 'hers',
    },
    {
      id: 'last-number',
      does: 'seals words of her own as Alice’s message 2^53 − 1, the last that counts',
      seq: Number.MAX_SAFE_INTEGER,
      words: 'own',
    },
  ],
  adversary: ({ connection, seal, rewrap }, { seq, words, does }, { room, wire, now, did, settle }) => ({
    end: async () => {
      const captured = connection.received
        .map(asMessage)
        .findLast((message) => message?.header.nick === 'alice');
      const as: MessageHeader = { room, nick: 'alice', seq, sent: now() };
      const body = words === 'own' ? seal(as, WORDS) : captured && rewrap(captured.header, captured.body, as);
      if (!body) return;
      did(does);
      const header = { id: 3, ...as };
      connection.send(encodeFrame({ v: WIRE_VERSION, type: 'message', header, suite: wire.suite, body }));
      await settle();
    },
  }),
});
