/**
 * A stranger sends an old frame to a member who joined later: Dave has seen nothing yet, so that nothing tells him that
 * it is old. His counters begin with whatever comes first. An authenticated time against his own clock stops this, or a
 * signed account of where the room stands. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { plainReplays, type Replay, replayer } from './replaying.js';

export default defineAttack<'outsider', Replay>({
  id: 'replay/late-joiner',
  title: 'A stranger resends an old message to a late joiner',
  position: 'outsider',
  property: 'freshness',
  needs: [],
  alarms: [],
  cwe: [294],
  sources: ['CWE-294', 'RFC 9420 §12.4.3'],
  circumstances: { meanwhile: [{ do: 'join', who: 'dave' }] },
  tactics: plainReplays,
  adversary: (outsider, tactic, tools) => replayer(outsider, tactic, tools, 45),
});
