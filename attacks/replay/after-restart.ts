/**
 * A stranger sends a whole session of Alice's again, ten seconds later, to members of whom one has restarted in between:
 * what his program had seen it has forgotten. Counters in memory begin anew with the first old message, and a TTL has
 * not run out. Counters that survive a restart stop this. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { type Replay, sessionReplayer } from './replaying.js';

export default defineAttack<'outsider', Replay>({
  id: 'replay/after-restart',
  title: 'A stranger resends a session after a restart',
  position: 'outsider',
  property: 'uniqueness',
  needs: [],
  alarms: ['view-differs'],
  cwe: [294],
  sources: ['CWE-294', 'RFC 4303 §3.4.3'],
  circumstances: { meanwhile: [{ do: 'restart', who: 'bob' }] },
  tactics: () => [
    { id: 'session', does: "sends all of Alice's messages again", place: 'last', header: 'kept' },
  ],
  adversary: (outsider, tactic, tools) => sessionReplayer(outsider, tactic, tools, 10),
});
