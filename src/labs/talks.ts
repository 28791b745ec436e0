/** The coursework's programs that no adversary attacks: what they do by themselves. */
import { tellDeliveries, withAliceOff } from '../experiments/clocks.js';
import { outcomeOf } from '../experiments/outcome.js';
import { type Differing, differing } from '../experiments/passwords.js';
import { swapSalt, tapSalt } from '../experiments/salt.js';
import type { Lab } from './lab.js';
import { stopper } from './lab.js';

export const salt: Lab = {
  id: 'salt',
  title: 'A salt in clear',
  coursework:
    'The first lab’s authenticated client and server: the key comes from a password and a salt, and the salt travels in clear in the server’s reply.',
  play: async (bench) => {
    const tapped = await tapSalt(bench, 'fernet');
    const swapped = await swapSalt(bench, 'fernet');
    const listed = await outcomeOf(bench, 'password/dictionary', 'fernet', { password: 'popular' });
    const random = await outcomeOf(bench, 'password/dictionary', 'fernet', { password: 'random' });
    const unkeyed = await swapSalt(bench, 'signature');
    return {
      outcome: tapped.bytes > 0 ? 'worked' : 'unproven',
      happened: [
        `a tap on Bob's connection held the ${tapped.bytes} bytes of salt in clear, and ${tapped.readsSecret ? 'read' : 'could not read'} the secret in the messages`,
        `with a password from a list, the salt is all that a guesser lacks: password/dictionary ${listed.verdict}`,
        `where the relay hands Bob another salt, of Alice's messages ${tellDeliveries(swapped)}`,
      ],
      stoppers: [
        stopper('a password of 128 random bits', random),
        {
          what: 'signature: keys of one’s own, which no salt goes into',
          outcome: `with the salt swapped, of Alice's messages ${tellDeliveries(unkeyed)}`,
          stopped: unkeyed.refused === 0 && unkeyed.of > 0,
        },
      ],
    };
  },
};

export const timedClient: Lab = {
  id: 'timed-client',
  title: 'The timed client: subtract 45 s when sending, and see',
  coursework:
    'The second lab’s timed Fernet client, encrypt_at_time and decrypt_at_time with a TTL of 30 s: what happens where the sender takes 45 s off the time?',
  play: async (bench) => {
    const timed = await withAliceOff(bench, 'ttl', -45);
    const plain = await withAliceOff(bench, 'fernet', -45);
    const late = await outcomeOf(bench, 'replay/after-ttl', 'ttl');
    const early = await outcomeOf(bench, 'replay/within-ttl', 'ttl');
    return {
      outcome: timed.refused === timed.of && timed.of > 0 ? 'worked' : 'unproven',
      happened: [
        `with a TTL of 30 s, of Alice's messages ${tellDeliveries(timed)}: Python says InvalidToken`,
        `without a TTL, of Alice's messages ${tellDeliveries(plain)}: nobody looks at the time`,
      ],
      stoppers: [
        stopper('the TTL, against a copy 45 s later', late),
        stopper('the TTL, against a copy 10 s later', early),
      ],
    };
  },
};

const ofAlice = ({ of, refused, codes }: Differing['alice']): string =>
  `${refused} of ${of} (${codes.join(', ')})`;

export const passwords: Lab = {
  id: 'passwords',
  title: 'Different passwords on both sides',
  coursework:
    'Either lab’s ciphered clients, started with two passwords. Students wrote that the client crashes then; nobody’s has to.',
  play: async (bench) => {
    const { bob, alice, carol } = await differing(bench, 'fernet', false);
    const careless = await differing(bench, 'fernet', true);
    const went = bob !== null && bob.refused > 0 && alice.refused > 0;
    return {
      outcome: went ? 'worked' : 'unproven',
      happened: [
        bob
          ? `Bob's program, a process of its own with another password, refused ${ofAlice(bob)} of what the others wrote and went on`
          : "Bob's program ended",
        `Alice's program refused ${ofAlice(alice)} of what Bob wrote and went on`,
        `Carol, who has Alice's password, was shown ${carol} messages of Alice's`,
        careless.bob === null
          ? `the same program of Bob's, where the exception is let out of its handler, ended with status ${careless.crashed}; Carol was shown ${careless.carol} messages all the same`
          : 'the same program of Bob’s survived even where the exception is let out of its handler',
      ],
      stoppers: [],
    };
  },
};
