/**
 * A rogue server swallows one message of Alice's, neither her first nor her last. No check of what arrives can refuse
 * what does not arrive. A counter that shows the gap, or a transcript that members compare, reveals it; nothing on top
 * of a star can prevent it.
 */
import { type Adversary, defineAttack, type Tactic } from '../../src/model/attack.js';
import { muting } from '../holding.js';
import { aliceSaid, messageOf } from '../message.js';

interface Drop extends Tactic {
  readonly from: 'others' | 'everybody' | 'bob';
}

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
  ],
  adversary: (_, { from }, { known, did }) => {
    const line = aliceSaid(known, 'middle');
    const isMeant = (to: string): boolean =>
      from === 'everybody' || (from === 'bob' ? to === 'bob' : to !== line.author);
    const swallowing: Adversary = {
      forward: ({ to, bytes }) => {
        if (!messageOf(bytes, line) || !isMeant(to)) return { do: 'forward' };
        did(`does not deliver “${line.text}” to ${to}`);
        return { do: 'drop' };
      },
    };
    return from === 'everybody' ? muting(swallowing) : swallowing;
  },
});
