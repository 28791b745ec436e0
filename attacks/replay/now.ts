/**
 * A stranger sends a frame that it captured again at once, from its own connection. The relay does not ask whose words
 * it relays, and the frame is genuine to the last bit. Only a receiver that remembers what it has taken stops this; a
 * signature or a MAC says that it is Alice's, which is true. CWE-294.
 */
import { defineAttack } from '../../src/model/attack.js';
import { plainReplays, type Replay, replayer } from './replaying.js';

const SECONDS = 0;

/** Messages that pass before the first one comes again: more than a small memory holds. */
const MORE = 260;
/** As far back as a number of one byte takes for the future: more than half its round (RFC 1982 §3.2). */
const BACK = 192;

const afterMany: Replay = {
  id: 'after-many',
  does: `sends Alice's first message again, after ${MORE} more of hers, and one of those`,
  place: 'first',
  back: BACK,
  header: 'kept',
  meanwhile: Array.from({ length: MORE }, (_, index) => ({
    do: 'say',
    author: 'alice',
    text: `And ticket number ${index + 1}.`,
  })),
};

export default defineAttack<'outsider', Replay>({
  id: 'replay/now',
  title: 'A stranger resends a message at once',
  position: 'outsider',
  property: 'uniqueness',
  needs: [],
  alarms: ['view-differs'],
  cwe: [294],
  sources: ['CWE-294', 'Fernet specification, Verifying, step 3'],
  tactics: () => [...plainReplays(), afterMany],
  adversary: (outsider, tactic, tools) => replayer(outsider, tactic, tools, SECONDS),
});
