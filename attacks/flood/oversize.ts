/**
 * A stranger sends one enormous frame. Whoever reads messages whole must keep all of one before looking at any of it,
 * and the WebSocket library's own limit is a hundred megabytes. A payload cap that is checked against the length in the
 * frame's header, before the payload arrives, stops this. CWE-770.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { listing } from '../request.js';

const BYTES = 512 * 1024;

export default defineAttack<'flooder', Tactic>({
  id: 'flood/oversize',
  title: 'One enormous frame',
  position: 'flooder',
  property: 'availability',
  counter: 'received',
  needs: [],
  alarms: [],
  cwe: [770],
  sources: ['CWE-770', 'RFC 6455 §10.4'],
  tactics: () => [{ id: 'one-frame', does: 'sends one request with half a mebibyte of ballast' }],
  adversary: ({ connect }, tactic, tools) => ({
    begin: async () => {
      const connection = await connect({ compression: false });
      tools.did(tactic.does);
      connection.send(listing('x'.repeat(BYTES)));
      await tools.settle();
    },
  }),
});
