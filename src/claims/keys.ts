/** Claims about keys, randomness and passwords: 6 to 12. */
import { randomBytes } from 'node:crypto';
import type { Bench } from '../experiments/bench.js';
import { tellDeliveries } from '../experiments/clocks.js';
import { priceOfStretching, salted, sameKeyTwice } from '../experiments/derivation.js';
import { outcomeOf, passed, tellAll } from '../experiments/outcome.js';
import { swapSalt, tapSalt } from '../experiments/salt.js';
import type { Step } from '../model/scenario.js';
import { eventsOf } from '../model/trace.js';
import { type Claim, experiment } from './claim.js';

/** Who besides Bob and Alice was shown what Alice wrote for Bob. */
async function readersBesideBob(bench: Bench, defense: string, cast: readonly string[]): Promise<string[]> {
  const step: Step = {
    do: 'say',
    author: 'alice',
    text: 'Bob, for your eyes only: the key is under the mat',
  };
  const trace = await bench.talk(defense, {
    scenario: {
      id: '',
      title: '',
      story: '',
      cast,
      attacks: [],
      defenses: [],
      lesson: '',
      script: () => [step],
    },
  });
  const shown = eventsOf(trace, 'accept').map(({ who }) => who);
  return shown.filter((who) => who !== 'alice' && who !== 'bob');
}

const sharedKey: Claim = {
  number: 6,
  french: 'Avec AES et une clé partagée, seul le destinataire peut déchiffrer.',
  english: 'With AES and a shared key only the recipient can decrypt.',
  basis: experiment({
    configuration: { tells: 'encryption, a group of three', cast: ['alice', 'bob', 'carol'] },
    counter: { tells: 'encryption, a group of two', cast: ['alice', 'bob'] },
    observe: async ({ cast }, bench) => ({
      others: await readersBesideBob(bench, 'encryption', cast),
      wire: await outcomeOf(bench, 'log-sniffer/wire', 'encryption'),
    }),
    ruling: ({ others, wire }) => (others.length === 0 && !passed(wire) ? 'right' : 'wrong'),
    observed: ({ others, wire }) =>
      `of the members besides Alice and Bob, ${others.length} decrypted what was meant for Bob${others.length > 0 ? `: ${others.join(', ')}` : ''}; ${tellAll([wire])}`,
    because: {
      right: 'where two share a key, the other one is the recipient; the author can decrypt it as well',
      wrong:
        'a key that a group shares opens every message for every member; it keeps out those who do not have it',
    },
  }),
};

const predictable: Claim = {
  number: 7,
  french: 'urandom est prédictible, donc mauvais pour la cryptographie.',
  english: 'urandom is predictable, hence bad for cryptography.',
  basis: {
    argument: {
      configuration: '/dev/urandom and os.urandom on a current Linux',
      source:
        'random(4) and getrandom(2), Linux manual pages; Python documentation, os.urandom, and PEP 524; Heninger et al., Mining Your Ps and Qs, USENIX Security 2012',
      observed:
        'nothing: no run decides whether a generator can be predicted, for a weak one passes statistical tests as well',
      ruling: 'wrong',
      because:
        'it is a cryptographic generator that the kernel seeds, the very one that Python’s manual names for cryptographic use; what was once predictable were machines that read it before it had been seeded, at their first start, and getrandom waits for that',
    },
  },
};

const DRAWS = 10_000;
/** A salt that stands in the program, as in the coursework's ciphered client. */
const CONSTANT = Buffer.alloc(16, 7);

const fitForSalts: Claim = {
  number: 8,
  french: 'os.urandom convient pour générer un sel.',
  english: 'os.urandom is fit for making a salt.',
  basis: experiment({
    configuration: { tells: '16 bytes of the system’s generator', draw: () => randomBytes(16) as Uint8Array },
    counter: {
      tells: '16 constant bytes, as in the coursework’s ciphered client',
      draw: () => CONSTANT as Uint8Array,
    },
    observe: ({ draw }) => salted(draw, DRAWS),
    ruling: ({ repeated, sameKey }) => (repeated === 0 && !sameKey ? 'right' : 'wrong'),
    observed: ({ draws, repeated, sameKey }) =>
      `of ${draws} salts ${repeated} had been there before; one password gave two chats ${sameKey ? 'one key' : 'two keys'}`,
    because: {
      right:
        'a salt has to be new, and sixteen random bytes are; it need not even be secret (NIST SP 800-132, section 5.1)',
      wrong: 'a salt that comes again lets the work on one password serve for all',
    },
  }),
};

const saltInClear: Claim = {
  number: 9,
  french: "Le sel doit être transmis en clair, ce n'est pas un problème.",
  english: 'The salt must travel in clear, and that is no problem.',
  basis: experiment({
    configuration: {
      tells: 'fernet, a group password of 128 random bits',
      password: 'random' as 'random' | 'popular',
    },
    counter: {
      tells: 'fernet, a group password as people choose them',
      password: 'popular' as 'random' | 'popular',
    },
    observe: async ({ password }, bench) => ({
      tapped: await tapSalt(bench, 'fernet'),
      guess: await outcomeOf(bench, 'password/dictionary', 'fernet', { password }),
      swapped: await swapSalt(bench, 'fernet'),
    }),
    ruling: ({ tapped, guess, swapped }) =>
      tapped.bytes === 0 || tapped.readsSecret || passed(guess)
        ? 'wrong'
        : swapped.refused > 0
          ? 'half right'
          : 'right',
    observed: ({ tapped, guess, swapped }) =>
      `a tap on Bob's connection held ${tapped.bytes} bytes of salt in clear and ${tapped.readsSecret ? 'read' : 'did not read'} the secret; ${tellAll([guess])}; where the relay hands Bob another salt, of Alice's messages ${tellDeliveries(swapped)}`,
    because: {
      right: 'the salt is public and nobody could make anything of it',
      'half right':
        'to know the salt helps nobody against a good password; but nothing authenticates it, and whoever swaps it keeps the members from reading each other',
      wrong: 'with the salt in hand, anybody tries passwords on her own machine: a listed one falls',
    },
  }),
};

const dictionary: Claim = {
  number: 10,
  french: 'Le sel évite les attaques par dictionnaire.',
  english: 'A salt prevents dictionary attacks.',
  basis: experiment({
    configuration: {
      tells: 'fernet: PBKDF2 with a random salt',
      defense: 'fernet',
      derivation: 'pbkdf2' as 'pbkdf2' | 'sha256',
    },
    counter: {
      tells: 'password-sha256: no salt',
      defense: 'password-sha256',
      derivation: 'sha256' as 'pbkdf2' | 'sha256',
    },
    observe: async ({ defense, derivation }, bench) => ({
      guess: await outcomeOf(bench, 'password/dictionary', defense),
      sharedWork: (await sameKeyTwice(derivation)).otherSalt,
    }),
    ruling: ({ guess, sharedWork }) => (sharedWork ? 'wrong' : passed(guess) ? 'half right' : 'right'),
    observed: ({ guess, sharedWork }) =>
      `${tellAll([guess])}; a key worked out for one chat ${sharedWork ? 'fits' : 'does not fit'} another chat with the same password`,
    because: {
      right: 'neither a table nor a list helped',
      'half right':
        'it forbids tables made beforehand and work that serves for several victims; against one chat, whose salt is public, the list is simply tried',
      wrong: 'without a salt, what was worked out once serves against everybody',
    },
  }),
};

const sameKey: Claim = {
  number: 11,
  french: 'Un même mot de passe donne toujours la même clé.',
  english: 'The same password always gives the same key.',
  basis: experiment({
    configuration: { tells: 'PBKDF2 with the chat’s salt', derivation: 'pbkdf2' as 'pbkdf2' | 'sha256' },
    counter: { tells: 'SHA-256 of the password', derivation: 'sha256' as 'pbkdf2' | 'sha256' },
    observe: ({ derivation }) => sameKeyTwice(derivation),
    ruling: ({ sameSalt, otherSalt }) =>
      sameSalt && otherSalt ? 'right' : sameSalt ? 'half right' : 'wrong',
    observed: ({ sameSalt, otherSalt }) =>
      `derived again under the same salt: ${sameSalt ? 'the same key' : 'another key'}; under another salt: ${otherSalt ? 'the same key' : 'another key'}`,
    because: {
      right: 'without a salt nothing but the password goes in, in all chats and for ever',
      'half right':
        'with the same salt it must, or the members could not read each other; with another salt it gives another key',
      wrong: 'not even the same salt gives the same key',
    },
  }),
};

/** Far below what was measured (some hundred thousand), so that no busy machine turns it. */
const MANY = 10_000;

const sha256: Claim = {
  number: 12,
  french: 'SHA-256 du mot de passe suffit comme dérivation.',
  english: 'SHA-256 of the password is derivation enough.',
  basis: experiment({
    configuration: {
      tells: 'password-sha256, a password as people choose them',
      password: 'popular' as 'random' | 'popular',
    },
    counter: {
      tells: 'password-sha256, 128 random bits in the place of a password',
      password: 'random' as 'random' | 'popular',
    },
    observe: async ({ password }, bench) => ({
      guess: await outcomeOf(bench, 'password/dictionary', 'password-sha256', { password }),
      cheap: priceOfStretching() > MANY,
    }),
    ruling: ({ guess, cheap }) => (passed(guess) ? (cheap ? 'wrong' : 'half right') : 'right'),
    observed: ({ guess, cheap }) =>
      `${tellAll([guess])}; one guess by PBKDF2 takes ${cheap ? `more than ${MANY}` : `less than ${MANY}`} times as long as one by SHA-256`,
    because: {
      right: 'a secret that nobody can guess needs no stretching',
      'half right': 'the password fell, but stretching would hardly have cost the guesser more',
      wrong:
        'one hash, without a salt, makes guessing as cheap as it can be; PBKDF2 makes every guess dearer by orders of magnitude, though it does not save a password from a short list either',
    },
  }),
};

export const KEYS: readonly Claim[] = [
  sharedKey,
  predictable,
  fitForSalts,
  saltInClear,
  dictionary,
  sameKey,
  sha256,
];
