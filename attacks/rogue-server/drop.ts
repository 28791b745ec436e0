/**
 * A rogue server swallows one message of Alice's, neither her first nor her last. No check of what arrives can refuse
 * what does not arrive. A counter that shows the gap, or a transcript that members compare, reveals it; nothing on top
 * of a star can prevent it.
 */
import { type Adversary, defineAttack, type Said, type Tactic } from '../../src/model/attack.js';
import { muting } from '../holding.js';
import { aliceSaid, messageOf } from '../message.js';

interface Drop extends Tactic {
  readonly from: 'others' | 'everybody' | 'bob';
}

/** What Alice says after the talk, all of it swallowed but the last. */
const MORE = ['the keys', 'the lamps', 'the chairs', 'the tickets'].map((what) => `I bring ${what}.`);

export default defineAttack<'relay', Drop>({
  id: 'rogue-server/drop',
  title: 'The server swallows a message',
  position: 'relay',
  property: 'completeness',
  needs: [],
  alarms: ['gap', 'unknown-view', 'view-differs', 'not-echoed', 'silence', 'unconfirmed'],
  cwe: [],
  sources: ['RFC 4949, "stream integrity service"'],
  tactics: () => [
    { id: 'from-others', does: "swallows Alice's middle message", from: 'others' },
    { id: 'from-bob', does: "swallows Alice's middle message on its way to Bob", from: 'bob' },
    {
      id: 'muted',
      does: "swallows Alice's middle message, her own echo too, and all heartbeats after it",
      from: 'everybody',
    },
    {
      id: 'three-in-a-row',
      does: "swallows three messages of Alice's in a row",
      from: 'others',
      meanwhile: MORE.map((text) => ({ do: 'say', author: 'alice', text })),
    },
  ],
  adversary: (_, { from, meanwhile }, { known, did }) => {
    const last = aliceSaid(known, 'last');
    const more = MORE.slice(0, -1).map((text, at): Said => ({ ...last, seq: last.seq + 1 + at, text }));
    const lines = meanwhile ? more : [aliceSaid(known, 'middle')];
    const isMeant = (to: string): boolean =>
      from === 'everybody' || (from === 'bob' ? to === 'bob' : to !== 'alice');
    const swallowing: Adversary = {
      forward: ({ to, bytes }) => {
        const line = lines.find((some) => messageOf(bytes, some));
        if (!line || !isMeant(to)) return { do: 'forward' };
        did(`does not deliver “${line.text}” to ${to}`);
        return { do: 'drop' };
      },
    };
    return from === 'everybody' ? muting(swallowing) : swallowing;
  },
});
