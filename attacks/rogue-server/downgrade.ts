/**
 * A rogue server passes an altered text on, unsealed: it takes the protection off and says in the frame that there never
 * was any. A program that takes what it can get, or negotiates, shows it. A receiver that
 * knows which suite this chat has and takes nothing else stops it. CWE-757.
 */
import { encodeFrame } from '../../src/chat/wire.js';
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf } from '../message.js';
import { changed } from '../words.js';

export default defineAttack<'relay', Tactic>({
  id: 'rogue-server/downgrade',
  title: 'The server takes the protection off',
  position: 'relay',
  property: 'integrity',
  needs: ['a layer that seals bodies'],
  alarms: ['view-differs', 'unknown-view'],
  cwe: [757],
  sources: ['RFC 7457 §2.1', 'CWE-757'],
  tactics: () => [{ id: 'suite-none', does: 'sends a clear text under the suite tag none' }],
  adversary: (_, __, { known, did }) => {
    const line = aliceSaid(known, 'first');
    const wanted = changed(line.text, 'whole');
    return {
      forward: ({ to, bytes }) => {
        const frame = messageOf(bytes, line);
        if (!frame || to === line.author) return { do: 'forward' };
        did(`sends ${to} “${wanted}”, unsealed`);
        const clear = { ...frame, suite: 'none', body: JSON.stringify({ text: wanted }) };
        return { do: 'replace', bytes: encodeFrame(clear) };
      },
    };
  },
});
