/**
 * A stranger sends a captured frame again after ten seconds, inside any TTL that honest networks can live with. Its
 * age is in order and its seal is genuine, so a timestamp does not settle replay: it only bounds it. A memory of what
 * was taken, at least as long as the TTL, stops this. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { plainReplays, type Replay, repeatedly, replayer } from './replaying.js';

const SECONDS = 10;

export default defineAttack<'outsider', Replay>({
  id: 'replay/within-ttl',
  title: 'A stranger resends a message after 10 s',
  position: 'outsider',
  property: 'uniqueness',
  needs: [],
  alarms: ['view-differs'],
  cwe: [294],
  sources: ['CWE-294', 'Fernet specification, Verifying, step 3'],
  // A memory that lasts less than the TTL has forgotten by then.
  tactics: () => repeatedly(plainReplays(), [25], 'after 25 s'),
  adversary: (outsider, tactic, tools) => replayer(outsider, tactic, tools, SECONDS),
});
