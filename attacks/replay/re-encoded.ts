/**
 * A stranger sends a captured frame again in every other spelling that a reader may take: JSON escapes, another order
 * of keys, blanks, base64 with loose bits or without padding, hex in capitals. The bytes are new and the message is
 * the old one, so that it works wherever nothing remembers, and where something remembers text. What stops it remembers
 * what was authenticated (a counter), or takes one spelling only. RFC 4648 §3.5, §12; CWE-294.
 */
import { type Connection, defineAttack, type Tactic } from '../../src/model/attack.js';
import { aliceSaid, messageOf, PLACES } from '../message.js';
import { together } from '../together.js';
import { joined } from './replaying.js';
import { respelt, type Spelling, spellingsOf } from './spellings.js';

interface Respell extends Tactic {
  readonly spelling: Spelling;
}

export default defineAttack<'outsider', Respell>({
  id: 'replay/re-encoded',
  title: 'A stranger resends messages in another spelling',
  position: 'outsider',
  property: 'uniqueness',
  needs: [],
  alarms: [],
  cwe: [294],
  sources: ['RFC 4648 §3.5 and §12', 'RFC 8259 §7', 'CWE-294'],
  tactics: (wire) =>
    together(
      spellingsOf(wire).map((spelling) => ({
        id: spelling,
        does: `sends Alice's messages again, spelt otherwise (${spelling})`,
        spelling,
      })),
    ),
  adversary: (outsider, { spelling }, tools) => {
    let connection: Connection | undefined;
    return {
      begin: async () => {
        connection = await joined(outsider, tools);
      },
      end: async () => {
        for (const place of PLACES) {
          const line = aliceSaid(tools.known, place);
          const [captured] = connection?.received.flatMap((bytes) => messageOf(bytes, line) ?? []) ?? [];
          if (!captured) continue;
          tools.did(`sends Alice's “${line.text}” again, spelt otherwise (${spelling})`);
          for (const bytes of respelt(captured, spelling, tools.wire)) connection?.send(bytes);
        }
        await tools.settle();
      },
    };
  },
});
