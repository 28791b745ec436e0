/**
 * A stranger sends a captured frame again after forty-five seconds, beyond the TTL. It also tries with every time that
 * stands unprotected set to now, which works wherever the age is read from a header. An authenticated time compared
 * with the receiver's own clock stops this, and a memory does. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { freshenedReplays, type Replay, replayer } from './replaying.js';

const SECONDS = 45;

export default defineAttack<'outsider', Replay>({
  id: 'replay/after-ttl',
  title: 'A stranger resends a message after 45 s',
  position: 'outsider',
  property: 'uniqueness',
  needs: [],
  alarms: ['view-differs'],
  cwe: [294],
  sources: ['CWE-294', 'Fernet specification, Verifying, step 3'],
  tactics: freshenedReplays,
  adversary: (outsider, tactic, tools) => replayer(outsider, tactic, tools, SECONDS),
});
