/**
 * Mallory is a member and sends a message of Alice's with a huge counter. Whoever takes it has seen that counter, and
 * refuses all that Alice says from then on as old. Where a group's key vouches for the counter any member can do it;
 * where Alice signs her words but not their number, her own words under another number do it. A counter that is signed
 * with the words, and committed only when the signature has been verified, stops it.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import type { MessageHeader } from '../../src/model/defense.js';
import { asMessage, messageFrame } from '../message.js';

const WORDS = 'Good evening.';

/** How far ahead is near: a bound on jumps lets it pass, and it outruns what Alice says next. */
const NEAR = 20;

interface Jump extends Tactic {
  readonly seq: number | 'near';
  /** Whether words of Mallory's go under the counter, or Alice's own sealed words, or the ones after the other. */
  readonly words: 'own' | 'hers' | 'both';
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
    {
      id: 'near',
      does: 'seals words of her own, and Alice’s own signed ones, as messages that are twenty ahead',
      seq: 'near',
      words: 'both',
    },
  ],
  adversary: ({ connection, seal, rewrap }, { seq, words, does }, { room, wire, now, did, settle }) => ({
    end: async () => {
      const captured = connection.received
        .map(asMessage)
        .findLast((message) => message?.header.nick === 'alice');
      const number = seq === 'near' ? (captured?.header.seq ?? 0) + NEAR : seq;
      const as: MessageHeader = { room, nick: 'alice', seq: number, sent: now() };
      const bodies = [
        ...(words === 'hers' ? [] : [seal(as, WORDS)]),
        ...(words === 'own' ? [] : [captured && rewrap(captured.header, captured.body, as)]),
      ].filter((body) => typeof body === 'string');
      if (bodies.length > 0) did(does);
      for (const body of bodies) connection.send(messageFrame(wire.suite, as, body));
      await settle();
    },
  }),
});
