/**
 * A stranger sends an old frame to a member who joined later: Dave has seen nothing yet, so that nothing tells him that
 * it is old. His counters begin with whatever comes first. An authenticated time against his own clock stops this, or a
 * signed account of where the room stands. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { everybodysOf, plainReplays, type Replay, replayer, sessionReplayer } from './replaying.js';

const SECONDS = 45;

/** What a newcomer is told of one author, or of whoever spoke last, says nothing of the others. */
const EVERYBODY: Replay = {
  id: 'everybody',
  does: 'sends all that was said again',
  place: 'first',
  header: 'kept',
  together: true,
};

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
  tactics: () => [...plainReplays(), EVERYBODY],
  adversary: (outsider, tactic, tools) =>
    tactic === EVERYBODY
      ? sessionReplayer(outsider, tactic, tools, SECONDS, everybodysOf)
      : replayer(outsider, tactic, tools, SECONDS),
});
