/**
 * A stranger sends an old frame after forty-five seconds to Bob, whose clock is forty-five seconds behind: to him it is
 * as fresh as ever. A TTL is only as good as the clocks that it compares. A memory of what was taken stops this whatever
 * the clock says. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { plainReplays, type Replay, repeatedly, replayer } from './replaying.js';

/** Seconds: a memory of twice the TTL has forgotten, and to Bob it is still fresh. */
const FORGOTTEN = 66;

export default defineAttack<'outsider', Replay>({
  id: 'replay/skewed-clock',
  title: 'A stranger resends a message to a slow clock',
  position: 'outsider',
  property: 'freshness',
  needs: [],
  alarms: [],
  cwe: [294],
  sources: ['CWE-294', 'Gong, A Security Risk of Depending on Synchronized Clocks, OSR 1992'],
  circumstances: { skews: { bob: -45 } },
  tactics: () => repeatedly(plainReplays(), [FORGOTTEN], `after ${FORGOTTEN} s`),
  adversary: (outsider, tactic, tools) => replayer(outsider, tactic, tools, 45),
});
