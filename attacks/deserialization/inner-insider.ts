/**
 * Mallory is a member and sends a valid message of her own that holds a function beside its words. Every seal opens and
 * every signature verifies, for she made them, and then the receivers' decoders call what they revive. Authentication
 * says who sent the code and not that it is harmless. A decoder that reads data and nothing but data stops her.
 * CVE-2017-5941; CWE-502.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { messageFrame } from '../message.js';
import { loadedMessage } from './payload.js';

interface Loaded extends Tactic {
  readonly spelling: 'plain' | 'escaped-marker';
}

const LOADED: readonly Loaded[] = [
  {
    id: 'extra-member',
    does: 'sends a message with code in a member beside its text',
    spelling: 'plain',
  },
  {
    id: 'escaped-marker',
    does: 'sends a message with code behind a marker spelt with JSON escapes',
    spelling: 'escaped-marker',
  },
];

export default defineAttack<'insider', Loaded>({
  id: 'deserialization/inner-insider',
  title: "Code inside a member's own valid message",
  position: 'insider',
  property: 'execution-safety',
  needs: [],
  alarms: [],
  cwe: [502],
  sources: ['CVE-2017-5941', 'OWASP Deserialization Cheat Sheet'],
  tactics: () => LOADED,
  adversary: ({ connection, sealBytes, nick }, { spelling }, tools) => ({
    end: async () => {
      tools.did('says “Good evening, everybody.” in a message of her own that also holds code');
      const header = { room: tools.room, nick, seq: 1, sent: tools.now() };
      const body = sealBytes(header, loadedMessage('Good evening, everybody.', tools, spelling));
      connection.send(messageFrame(tools.wire.suite, header, body));
      await tools.settle();
    },
  }),
});
