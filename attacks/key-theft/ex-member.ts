/**
 * Mallory was a member and has left, as people do; her program and her connection are still there. A relay that sends
 * to every open connection sends to her too, and a group's key that does not change opens it. A relay that knows its
 * members withholds what is not for her; a key that is drawn anew when somebody leaves does without the relay's good
 * will. CWE-613.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import { guessFrom } from '../guess.js';

export default defineAttack<'insider', Tactic>({
  id: 'key-theft/ex-member',
  title: 'A member who has left reads on',
  position: 'insider',
  property: 'confidentiality',
  needs: [],
  alarms: [],
  cwe: [613],
  sources: ['CWE-613, Insufficient Session Expiration', 'RFC 9420 §12.1.3'],
  tactics: () => [
    { id: 'reads-on', does: 'leaves the room, keeps her connection and her keys, and reads on' },
  ],
  adversary: ({ leave, connection, open }, { does }, tools) => ({
    begin: async () => {
      tools.did(does);
      await leave();
    },
    guess: () =>
      guessFrom(connection.received, { ...tools, own: { ...tools.own, open } }, ['read', 'own-keys']),
  }),
});
