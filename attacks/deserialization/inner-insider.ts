/**
 * Mallory is a member and sends a valid message of her own that holds a function beside its words. Every seal opens and
 * every signature verifies, for she made them, and then the receivers' decoders call what they revive. Authentication
 * says who sent the code and not that it is harmless. A decoder that reads data and nothing but data stops her.
 * CVE-2017-5941; CWE-502.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { messageFrame } from '../message.js';
import { loadedMessage, loadedWords } from './payload.js';

interface Loaded extends Tactic {
  readonly spelling: 'plain' | 'escaped-marker';
  /** Before it comes a message whose very words are code: as words, they are as good as any. */
  readonly words?: true;
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
  {
    id: 'words',
    does: 'sends a message whose very words are code, and one with code in a member beside its text',
    spelling: 'plain',
    words: true,
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
  adversary: ({ connection, sealBytes, nick }, { spelling, words }, tools) => ({
    end: async () => {
      tools.did('says “Good evening, everybody.” in a message of her own that also holds code');
      const messages = [loadedMessage('Good evening, everybody.', tools, spelling)];
      if (words) messages.unshift(loadedWords(tools));
      for (const [index, message] of messages.entries()) {
        const header = { room: tools.room, nick, seq: index + 1, sent: tools.now() };
        connection.send(messageFrame(tools.wire.suite, header, sealBytes(header, message)));
        await tools.settle();
      }
    },
  }),
});
