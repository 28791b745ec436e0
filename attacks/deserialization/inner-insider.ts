/**
 * Mallory is a member and sends a valid message of her own that holds a function beside its words. Every seal opens and
 * every signature verifies, for she made them, and then the receivers' decoders call what they revive. Authentication
 * says who sent the code and not that it is harmless. A decoder that reads data and nothing but data stops her.
 * CVE-2017-5941; CWE-502.
 */
import { encodeFrame, WIRE_VERSION } from '../../src/chat/wire.js';
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { loadedMessage } from './payload.js';

export default defineAttack<'insider', Tactic>({
  id: 'deserialization/inner-insider',
  title: "Code inside a member's own valid message",
  position: 'insider',
  property: 'execution-safety',
  needs: [],
  alarms: [],
  cwe: [502],
  sources: ['CVE-2017-5941', 'OWASP Deserialization Cheat Sheet'],
  tactics: () => [{ id: 'extra-member', does: 'sends a message with code in a member beside its text' }],
  adversary: ({ connection, sealBytes, nick }, _, tools) => ({
    end: async () => {
      const header = { room: tools.room, nick, seq: 1, sent: tools.now() };
      const body = sealBytes(header, loadedMessage('Good evening, everybody.', tools));
      tools.did('says “Good evening, everybody.” in a message of her own that also holds code');
      connection.send(
        encodeFrame({
          v: WIRE_VERSION,
          type: 'message',
          header: { id: 2, ...header },
          suite: tools.wire.suite,
          body,
        }),
      );
      await tools.settle();
    },
  }),
});
