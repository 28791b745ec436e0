/**
 * Somebody copies Bob's device once, keys, storage and the secrets of its live TLS connection, and afterwards only
 * listens. Then Carol leaves; then the secret is said. Whoever never changes a key is read for ever, and so is a TLS
 * connection that goes on under the stolen secrets. Fresh randomness on the device heals: a key that was wrapped for a
 * key pair made after the theft is nothing that she has. RFC 9420 §16.6; Cohn-Gordon et al., 2016.
 */
import { defineAttack, type Loot, type Tactic } from '../../src/model/attack.js';
import { guessWith } from './stolen.js';

export default defineAttack<'thief', Tactic>({
  id: 'key-theft/after-heal',
  title: 'A stolen state is used after the keys have changed',
  position: 'thief',
  target: 'bob',
  property: 'post-compromise',
  needs: [],
  alarms: [],
  cwe: [],
  sources: ['RFC 9420 §16.6', 'Cohn-Gordon, Cremers and Garratt, On Post-Compromise Security, CSF 2016'],
  tactics: () => [
    { id: 'listens-on', does: 'copies Bob’s device before anything is said, and from then on only listens' },
  ],
  adversary: (thief, { does }, tools) => {
    let loot: Loot | undefined;
    return {
      begin: async () => {
        tools.did(does);
        loot = await thief.steal();
      },
      guess: () => guessWith(loot!, thief, tools),
    };
  },
});
