/**
 * A rogue server swallows one message of Alice's, neither her first nor her last. No check of what arrives can refuse
 * what does not arrive. A counter that shows the gap, or a transcript that members compare, reveals it; nothing on top
 * of a star can prevent it.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf } from '../message.js';

interface Drop extends Tactic {
  readonly from: 'everybody' | 'bob';
}

export default defineAttack<'relay', Drop>({
  id: 'rogue-server/drop',
  title: 'The server swallows a message',
  position: 'relay',
  property: 'completeness',
  needs: [],
  alarms: ['gap', 'unknown-view'],
  cwe: [],
  sources: ['RFC 4949, "stream integrity service"'],
  tactics: () => [
    { id: 'from-everybody', does: "swallows Alice's middle message", from: 'everybody' },
    { id: 'from-bob', does: "swallows Alice's middle message on its way to Bob", from: 'bob' },
  ],
  adversary: (_, { from }, { known, did }) => {
    const line = aliceSaid(known, 'middle');
    return {
      forward: ({ to, bytes }) => {
        if (!messageOf(bytes, line) || to === line.author || (from === 'bob' && to !== 'bob'))
          return { do: 'forward' };
        did(`does not deliver “${line.text}” to ${to}`);
        return { do: 'drop' };
      },
    };
  },
});
