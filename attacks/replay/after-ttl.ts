/**
 * A stranger sends a captured frame again after forty-five seconds, beyond the TTL, and days later, when whoever looks
 * at the time of day only takes it for new and a memory may have been cleared. It also tries with every time that
 * stands unprotected set to now, which works wherever the age is read from a header, and with a message of Alice's
 * whose clock is ahead, which works wherever the future is as good as now. An authenticated time compared with the
 * receiver's own clock, in both directions, stops this, and a memory does. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { freshenedReplays, type Replay, repeatedly, replayer } from './replaying.js';

const SECONDS = 45;
/** So far ahead that the message still comes from the future when it is sent again: more than 60 s (Fernet's bound) beyond it. */
const AHEAD = 120;

const fromTheFuture: Replay = {
  id: 'clock-ahead',
  does: `sends Alice's last message again, whose clock is ${AHEAD} s ahead`,
  place: 'last',
  header: 'kept',
  skews: { alice: AHEAD },
};

/**
 * So much later, each: whoever counts seconds in two bytes, the time of the day or of the week, or milliseconds in four
 * bytes takes it for as young as after twenty seconds.
 */
const LATER = [2 ** 16 + 20, 7 * 86_400 + 20, 2 ** 32 / 1000 + 20].map(Math.round);

const muchLater: Replay = {
  id: 'much-later',
  does: "sends Alice's last message again, hours, days and weeks later",
  place: 'last',
  header: 'kept',
  later: LATER,
};

export default defineAttack<'outsider', Replay>({
  id: 'replay/after-ttl',
  title: 'A stranger resends a message after 45 s',
  position: 'outsider',
  property: 'uniqueness',
  needs: [],
  alarms: ['view-differs'],
  cwe: [294],
  sources: ['CWE-294', 'Fernet specification, Verifying, step 3'],
  // Ages that a clock of half minutes, one of minutes, or a comparison of digits as text takes for young.
  tactics: (wire) => [
    // All but the one whose ages are of its own: one after another, the later ones are older still.
    ...repeatedly(freshenedReplays(wire), [31, 65, 105], 'after 31 s, 65 s and 105 s').map((tactic) => ({
      ...tactic,
      together: tactic.again === undefined,
    })),
    fromTheFuture,
    // Hours of pings would take longer than anybody waits for a verdict.
    ...(wire.pings ? [] : [muchLater]),
  ],
  adversary: (outsider, tactic, tools) => replayer(outsider, tactic, tools, SECONDS),
});
