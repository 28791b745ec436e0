/**
 * Somebody has taped Bob's connection for a long time and one day copies his device: keys, storage, and the secrets of
 * its live TLS connection. What was sealed under a key that is still there opens, however old it is, and a TLS
 * connection that never renews its keys opens from its first byte. Only a key that was deleted meanwhile protects what
 * it sealed: an epoch that is over. Within an epoch nothing does; that would take a key for each message (a ratchet).
 * RFC 8446 §4.6.3 and appendix F.1; RFC 9420 §8.
 */
import { defineAttack, type Loot, type Tactic } from '../../src/model/attack.js';
import { guessWith } from './stolen.js';

export default defineAttack<'thief', Tactic>({
  id: 'key-theft/archive',
  title: 'What was taped before is opened with a stolen device',
  position: 'thief',
  target: 'bob',
  property: 'forward-secrecy',
  needs: [],
  alarms: [],
  cwe: [],
  sources: ['RFC 9420 §8 (deletion schedule)', 'RFC 8446 §4.6.3', 'RFC 8446 appendix F.1'],
  tactics: () => [
    {
      id: 'earlier-epoch',
      does: 'copies Bob’s device when Carol has left and the keys, if they ever change, have changed',
      meanwhile: [
        { do: 'leave', who: 'carol' },
        { do: 'wait', seconds: 40 },
        { do: 'say', author: 'alice', text: 'Carol has gone home.' },
      ],
    },
    { id: 'same-epoch', does: 'copies Bob’s device as soon as the talk is over' },
  ],
  adversary: (thief, { does }, tools) => {
    let loot: Loot | undefined;
    return {
      end: async () => {
        tools.did(does);
        loot = await thief.steal();
      },
      guess: () => guessWith(loot!, thief, tools),
    };
  },
});
