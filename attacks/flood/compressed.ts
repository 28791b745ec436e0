/**
 * A stranger sends a small compressed frame that inflates a thousand-fold. Compression is on in the coursework's chat,
 * and what it costs to send says nothing about what it costs to receive. A relay without compression stops this, and so
 * does a payload cap that counts the bytes as they are inflated. CWE-409.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { listing } from '../request.js';

const BYTES = 512 * 1024;

export default defineAttack<'flooder', Tactic>({
  id: 'flood/compressed',
  title: 'A small frame that inflates a thousand-fold',
  position: 'flooder',
  property: 'availability',
  counter: 'received',
  needs: [],
  alarms: [],
  cwe: [409],
  sources: ['CWE-409', 'RFC 7692 §8', 'CVE-2016-10542'],
  tactics: () => [
    { id: 'deflate', does: 'sends half a mebibyte of one letter, compressed where the relay agreed' },
  ],
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      const connection = await connect({ compression: true });
      tools.did(tactic.does);
      connection.send(listing('x'.repeat(BYTES)));
      await tools.settle();
    },
  }),
});
