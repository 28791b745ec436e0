/**
 * A rogue server sends Bob's program a frame that holds a function, and the decoder calls it: the same flaw turned
 * against the people who connect. Nothing that the members share keys for is even looked at, since decoding comes
 * first. A decoder that reads data and nothing but data stops this. CVE-2017-5941; CWE-502.
 */
import { defineAttack, type Tools } from '../../src/model/attack.js';
import { EACH_FIELD, loaded, PAYLOADS, type Payload, sendAll } from './payload.js';

const REPLY = { type: 'reply', header: { re: 0, to: 'list' }, body: { ok: true } };

/** What carries the code. */
function frames(request: Payload['request'], { room, wire, now }: Tools): Parameters<typeof loaded>[0][] {
  if (request === undefined) return [REPLY];
  const header = { id: 1, room, nick: 'alice' };
  const keys = [{ nick: 'alice', key: '' }];
  return [
    { ...REPLY, body: { ok: true, salt: '', roster: ['alice'], rooms: [room], keys } },
    { ...REPLY, body: { ok: false, error: '' } },
    { type: 'message', header: { ...header, seq: 1, sent: now() }, suite: wire.suite, body: '' },
    { type: 'control', header: { ...header, part: 'transcript' }, body: '' },
  ];
}

export default defineAttack<'relay', Payload>({
  id: 'deserialization/client',
  title: "A frame runs code in a member's program",
  position: 'relay',
  property: 'execution-safety',
  needs: [],
  alarms: [],
  cwe: [502],
  sources: ['CVE-2017-5941', 'OWASP Deserialization Cheat Sheet'],
  tactics: () => [...PAYLOADS, EACH_FIELD],
  adversary: ({ inject }, tactic, tools) => ({
    end: async () => {
      tools.did(`${tactic.does} to Bob's program`);
      for (const frame of frames(tactic.request, tools))
        for (const bytes of loaded({ v: tools.wire.version, ...frame }, tactic, tools))
          sendAll(tactic, bytes, (sent) => inject('bob', sent));
      await tools.settle();
    },
  }),
});
