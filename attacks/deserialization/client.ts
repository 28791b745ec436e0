/**
 * A rogue server sends Bob's program a frame that holds a function, and the decoder calls it: the same flaw turned
 * against the people who connect. Nothing that the members share keys for is even looked at, since decoding comes
 * first. A decoder that reads data and nothing but data stops this. CVE-2017-5941; CWE-502.
 */
import { defineAttack } from '../../src/model/attack.js';
import { loaded, PAYLOADS, type Payload, sendAll } from './payload.js';

export default defineAttack<'relay', Payload>({
  id: 'deserialization/client',
  title: "A frame runs code in a member's program",
  position: 'relay',
  property: 'execution-safety',
  needs: [],
  alarms: [],
  cwe: [502],
  sources: ['CVE-2017-5941', 'OWASP Deserialization Cheat Sheet'],
  tactics: () => PAYLOADS,
  adversary: ({ inject }, tactic, tools) => ({
    end: async () => {
      tools.did(`${tactic.does} to Bob's program`);
      const reply = {
        v: tools.wire.version,
        type: 'reply',
        header: { re: 0, to: 'list' },
        body: { ok: true },
      };
      sendAll(tactic, loaded(reply, tactic, tools), (bytes) => inject('bob', bytes));
      await tools.settle();
    },
  }),
});
