/** Claims about encryption, MACs, Fernet and signatures against a rogue server: 13 to 21. */
import type { Bench } from '../experiments/bench.js';
import { type Outcome, outcomeOf, outcomesOf, passed, tally, tellAll } from '../experiments/outcome.js';
import { ON_DELIVERY, ON_NAMES, ON_WORDS, READING } from './attacks.js';
import { type Claim, experiment } from './claim.js';

/** What a rogue server does, by what it is about. */
interface Harms {
  readonly reading: Outcome;
  readonly words: readonly Outcome[];
  readonly names: readonly Outcome[];
  readonly delivery: readonly Outcome[];
}

async function harms(defense: string, bench: Bench): Promise<Harms> {
  return {
    reading: await outcomeOf(bench, READING, defense),
    words: await outcomesOf(bench, ON_WORDS, defense),
    names: await outcomesOf(bench, ON_NAMES, defense),
    delivery: await outcomesOf(bench, ON_DELIVERY, defense),
  };
}

const tellHarms = ({ reading, words, names, delivery }: Harms): string =>
  tally([reading, ...words, ...names, ...delivery]);
const kept = (outcomes: readonly Outcome[]): boolean => !outcomes.some(passed);

const alone: Claim = {
  number: 13,
  french: "Le chiffrement seul ne protège ni l'intégrité ni l'authenticité.",
  english: 'Encryption alone protects neither integrity nor authenticity.',
  basis: experiment({
    configuration: { tells: 'encryption', defense: 'encryption' },
    counter: { tells: 'encryption+signature', defense: 'encryption+signature' },
    observe: ({ defense }, bench) => outcomesOf(bench, [...ON_WORDS, ...ON_NAMES], defense),
    ruling: (outcomes) => (outcomes.every(passed) ? 'right' : outcomes.some(passed) ? 'half right' : 'wrong'),
    observed: tally,
    because: {
      right:
        'a keystream lets whoever knows the words change them without the key, and nothing says who wrote them',
      'half right': 'something of it is protected here',
      wrong: 'here it is not alone: the signature is checked over author and words',
    },
  }),
};

const harmless: Claim = {
  number: 14,
  french: 'Le chiffrement empêche le serveur de nuire.',
  english: 'Encryption keeps the server from doing harm.',
  basis: experiment({
    configuration: { tells: 'encryption', defense: 'encryption' },
    counter: { tells: 'fernet', defense: 'fernet' },
    observe: ({ defense }, bench) => harms(defense, bench),
    ruling: ({ reading, words, names, delivery }) =>
      !kept([reading, ...words]) ? 'wrong' : kept([...names, ...delivery]) ? 'right' : 'half right',
    observed: tellHarms,
    because: {
      right: 'no harm that was tried got through',
      'half right':
        'what was written can neither be read nor changed; the server still chooses the name over it and whether, when and how often it is shown',
      wrong: 'it keeps the server from reading and from nothing else: even the words can be changed blindly',
    },
  }),
};

const padding: Claim = {
  number: 15,
  french: 'Mal gérer le padding ou les clés peut compromettre la sécurité.',
  english: 'Mishandling the padding or the keys can compromise security.',
  basis: experiment({
    configuration: {
      tells: 'encryption-cbc, which tells padding errors; a key that is the SHA-256 of a listed password',
      padding: 'encryption-cbc',
      password: 'popular' as 'random' | 'popular',
    },
    counter: {
      tells: 'fernet, which checks the tag before the padding; a key from a random password',
      padding: 'fernet',
      password: 'random' as 'random' | 'popular',
    },
    observe: async (its, bench) => [
      await outcomeOf(bench, 'crypto/padding-oracle', its.padding),
      await outcomeOf(bench, 'password/dictionary', 'password-sha256', { password: its.password }),
    ],
    ruling: (outcomes) => (outcomes.some(passed) ? 'right' : 'wrong'),
    observed: tellAll,
    because: {
      right:
        'answers about the padding gave the secret away block by block, and a careless key fell to a short list, though no cipher was broken',
      wrong: 'with both handled well neither gave anything away',
    },
  }),
};

const fernetIntegrity: Claim = {
  number: 16,
  french:
    "Fernet ne garantit pas l'intégrité : le serveur peut modifier un message sans que le destinataire le voie.",
  english:
    'Fernet does not guarantee integrity: the server can alter a message without the recipient noticing.',
  basis: experiment({
    configuration: { tells: 'fernet', defense: 'fernet' },
    counter: { tells: 'encryption', defense: 'encryption' },
    observe: ({ defense }, bench) => outcomesOf(bench, ON_WORDS, defense),
    ruling: (outcomes) => (outcomes.every(passed) ? 'right' : outcomes.some(passed) ? 'half right' : 'wrong'),
    observed: tally,
    because: {
      right: 'what encrypts without authenticating lets changed words through unseen',
      'half right': 'some changes were seen, others not',
      wrong:
        'a Fernet token ends in an HMAC over all of it, and whatever was changed without the key was refused',
    },
  }),
};

const serverHmac: Claim = {
  number: 17,
  french: 'Le serveur peut recalculer un HMAC valide.',
  english: 'The server can compute a valid HMAC.',
  basis: experiment({
    configuration: { tells: 'mac: HMAC-SHA256 under the group key', defense: 'mac' },
    counter: { tells: 'mac-prefix: SHA-256 of key and message, made at home', defense: 'mac-prefix' },
    observe: async ({ defense }, bench) => ({
      server: await outcomesOf(bench, [...ON_WORDS, 'crypto/length-extension'], defense),
      member: await outcomeOf(bench, 'insider/forge', defense),
    }),
    ruling: ({ server }) => (server.some(passed) ? 'right' : 'wrong'),
    observed: ({ server, member }) => `by the server: ${tellAll(server)}; by a member: ${tellAll([member])}`,
    because: {
      right: 'a plain hash can be carried on from its own value, without the key',
      wrong: 'without the key it cannot; any member can, for all have the key',
    },
  }),
};

const fernetRogue: Claim = {
  number: 18,
  french: "Fernet n'est pas adapté contre un serveur malveillant.",
  english: 'Fernet is not suited against a rogue server.',
  basis: experiment({
    configuration: { tells: 'fernet', defense: 'fernet' },
    counter: { tells: 'encryption', defense: 'encryption' },
    observe: ({ defense }, bench) => harms(defense, bench),
    ruling: ({ reading, words, names, delivery }) =>
      !kept([reading, ...words]) ? 'right' : kept([...names, ...delivery]) ? 'wrong' : 'half right',
    observed: tellHarms,
    because: {
      right: 'the server reads or changes the words',
      'half right':
        'against reading and altering it is the right tool; the nick beside the token, copies, order, delay and loss need others',
      wrong: 'nothing that the server did got through',
    },
  }),
};

const nickInside: Claim = {
  number: 19,
  french: 'Mettre le pseudo dans le message chiffré suffit.',
  english: 'Putting the nick into the encrypted message is enough.',
  basis: experiment({
    configuration: { tells: 'bound: nick, room and place inside the token', defense: 'bound' },
    counter: { tells: 'bound+signature: signed by the author as well', defense: 'bound+signature' },
    observe: async ({ defense }, bench) => ({
      server: await outcomesOf(bench, ON_NAMES, defense),
      member: await outcomeOf(bench, 'insider/forge', defense),
    }),
    ruling: ({ server, member }) => (server.some(passed) ? 'wrong' : passed(member) ? 'half right' : 'right'),
    observed: ({ server, member }) => tellAll([...server, member]),
    because: {
      right: 'the name is checked by a key that is the author’s alone',
      'half right':
        'the server, which has no key, can no longer swap names; any member can still write any name into a token of her own',
      wrong: 'the server swaps names as before',
    },
  }),
};

const signature: Claim = {
  number: 20,
  french: "Une signature numérique empêche l'action d'un serveur malveillant.",
  english: 'A digital signature stops a rogue server.',
  basis: experiment({
    configuration: { tells: 'signature', defense: 'signature' },
    counter: { tells: 'mac, in the place of a signature', defense: 'mac' },
    observe: ({ defense }, bench) => harms(defense, bench),
    ruling: ({ reading, words, names, delivery }) =>
      !kept([...words, ...names]) ? 'wrong' : kept([reading, ...delivery]) ? 'right' : 'half right',
    observed: tellHarms,
    because: {
      right: 'nothing that the server did got through',
      'half right':
        'it can neither invent, alter nor re-attribute; it can still read, repeat, drop, swap and hold what was signed',
      wrong: 'words or names that nobody signed got through',
    },
  }),
};

const hmacSignature: Claim = {
  number: 21,
  french: 'Une signature, par exemple un HMAC.',
  english: 'A signature, for example an HMAC.',
  basis: experiment({
    configuration: { tells: 'mac', defense: 'mac' },
    counter: { tells: 'signature', defense: 'signature' },
    observe: ({ defense }, bench) => outcomesOf(bench, ['insider/forge', ...ON_WORDS], defense),
    ruling: ([member, ...server]) =>
      member && passed(member) ? 'wrong' : server.some(passed) ? 'half right' : 'right',
    observed: tellAll,
    because: {
      right: 'nobody but the author can make what everybody can check',
      'half right': 'no member can forge it, but the server can',
      wrong: 'an HMAC is no signature: whoever can check it can make it, and a member wrote in Alice’s name',
    },
  }),
};

export const SEALING: readonly Claim[] = [
  alone,
  harmless,
  padding,
  fernetIntegrity,
  serverHmac,
  fernetRogue,
  nickInside,
  signature,
  hmacSignature,
];
