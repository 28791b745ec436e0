/**
 * A stranger sends a whole session of Alice's again, ten seconds later, to members of whom one has restarted in between,
 * or left and come back: what his program had seen it has forgotten. Counters in memory begin anew with the first old
 * message, and a TTL has not run out. Counters that survive a restart stop this, if the last of them was written before,
 * and none was dropped at the door. CWE-294.
 */
import { defineAttack, type Tactic } from '../../src/model/attack.js';
import type { Step } from '../../src/model/scenario.js';
import { sessionReplayer } from './replaying.js';

const RESTART: Step = { do: 'restart', who: 'bob' };
const AWAY: readonly Step[] = [
  { do: 'leave', who: 'bob' },
  { do: 'join', who: 'bob' },
];
/** So that her numbers have one digit and two, for what is stored is text; and an odd number of them: every other one may be written down late. */
const ELEVEN: readonly Step[] = Array.from({ length: 11 }, (_, index) => ({
  do: 'say',
  author: 'alice',
  text: `And thank you, number ${index + 1}, for the flowers.`,
}));

export default defineAttack<'outsider', Tactic>({
  id: 'replay/after-restart',
  title: 'A stranger resends a session after a restart',
  position: 'outsider',
  property: 'uniqueness',
  needs: [],
  alarms: ['view-differs'],
  cwe: [294],
  sources: ['CWE-294', 'RFC 4303 §3.4.3'],
  tactics: () => [
    { id: 'session', does: "sends all of Alice's messages again", meanwhile: [RESTART] },
    {
      id: 'eleven-more',
      does: "sends all of Alice's messages again, and eleven more that came last",
      meanwhile: [...ELEVEN, RESTART],
    },
    {
      id: 'come-back',
      does: "sends all of Alice's messages again, to Bob who has left and come back",
      meanwhile: AWAY,
    },
  ],
  adversary: (outsider, tactic, tools) => sessionReplayer(outsider, tactic, tools, 10),
});
