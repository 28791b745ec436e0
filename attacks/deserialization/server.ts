/**
 * A stranger sends the relay a frame that holds a function, and the decoder calls it: the JavaScript sibling of
 * pickle's `__reduce__`. It runs before any check of the message could, for decoding comes first. Encryption, MAC and
 * signature of the body do not matter; a decoder that reads data and nothing but data does. CVE-2017-5941; CWE-502.
 */
import { type Connection, defineAttack, type Tools } from '../../src/model/attack.js';
import { EACH_FIELD, loaded, PAYLOADS, type Payload, payload, sendAll } from './payload.js';

/** Whoever looks at some requests only may not look at this one. */
const LEAVING: Payload = {
  ...payload('leave', 'sends code in a request to leave'),
  request: 'leave',
};

const OTHERS: Payload = {
  ...payload('other-types', 'sends code in a message, a join, a control frame and one of no known type'),
  request: 'others',
};

/** What carries the code. */
function requests(request: Payload['request'], { room, wire, now }: Tools): Parameters<typeof loaded>[0][] {
  const header = { id: 1, room, nick: 'mallory' };
  if (request === undefined) return [{ type: 'list', header: { id: 1 } }];
  if (request === 'leave') return [{ type: 'leave', header }];
  const whole = request === 'whole';
  return [
    { type: 'message', header: { ...header, seq: 1, sent: now() }, suite: wire.suite, body: '' },
    { type: 'join', header, body: whole ? { salt: '', proof: '', key: '' } : {} },
    { type: 'control', header: { ...header, part: 'transcript' }, body: '' },
    whole ? { type: 'leave', header, body: { proof: '' } } : { type: 'ping', header },
  ];
}

export default defineAttack<'sender', Payload>({
  id: 'deserialization/server',
  title: 'A frame runs code in the relay',
  position: 'sender',
  property: 'execution-safety',
  needs: [],
  alarms: [],
  cwe: [502, 95],
  sources: ['CVE-2017-5941', 'OWASP Deserialization Cheat Sheet'],
  tactics: () => [...PAYLOADS, LEAVING, OTHERS, EACH_FIELD],
  adversary: ({ connect }, tactic, tools) => {
    let connection: Connection | undefined;
    return {
      begin: async () => {
        connection = await connect();
      },
      end: async () => {
        tools.did(`${tactic.does} to the relay`);
        for (const request of requests(tactic.request, tools)) {
          for (const frame of loaded({ v: tools.wire.version, ...request }, tactic, tools))
            sendAll(tactic, frame, (bytes) => connection?.send(bytes));
        }
        await tools.settle();
      },
    };
  },
});
