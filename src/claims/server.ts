/** Claims about what passes the server and what it keeps: 1 to 5. */
import type { Bench } from '../experiments/bench.js';
import { crossings } from '../experiments/lines.js';
import { type Outcome, outcomeOf, outcomesOf, passed, tellAll } from '../experiments/outcome.js';
import { type Counter, eventsOf } from '../model/trace.js';
import { type Claim, experiment } from './claim.js';

const star: Claim = {
  number: 1,
  french: "C'est une topologie en étoile, tout passe par le serveur.",
  english: 'It is a star topology: everything crosses the server.',
  basis: experiment({
    configuration: { tells: 'none: the coursework chat', secondLine: false },
    counter: { tells: 'Alice and Bob have a line of their own beside the server', secondLine: true },
    observe: ({ secondLine }, bench) => crossings(bench, 'none', secondLine),
    ruling: ({ shown, crossed }) => (crossed === shown ? 'right' : crossed === 0 ? 'wrong' : 'half right'),
    observed: ({ shown, crossed }) =>
      `Bob was shown ${shown} messages of Alice's; ${crossed} of these frames had crossed the server`,
    because: {
      right: 'each program has one connection, to the server, and what is shown came through it',
      'half right': 'what goes over another line never reaches the server',
      wrong: 'nothing that was shown crossed the server',
    },
  }),
};

const LOGS = ['log-sniffer/relay-log', 'log-sniffer/endpoint-log'] as const;

const clearLogs: Claim = {
  number: 2,
  french: 'Les messages sont en clair dans les logs du serveur (et des clients).',
  english: "Messages stand in clear in the server's log (and in the clients').",
  basis: experiment({
    configuration: { tells: 'none: the coursework chat', defense: 'none' },
    counter: { tells: 'fernet', defense: 'fernet' },
    observe: ({ defense }, bench) => outcomesOf(bench, LOGS, defense),
    ruling: (logs) => (logs.every(passed) ? 'right' : logs.some(passed) ? 'half right' : 'wrong'),
    observed: tellAll,
    because: {
      right:
        'the relay logs bodies as they cross, and Bob’s program logs what it shows: both give the secret away',
      'half right':
        'what the members seal stays sealed in the server’s log; the receiving program logs what it has opened',
      wrong: 'neither log gave the secret away',
    },
  }),
};

const encryptLogs: Claim = {
  number: 3,
  french: 'Il suffit de chiffrer les messages avant de les écrire dans les logs.',
  english: 'It is enough to encrypt messages before writing them to the logs.',
  basis: experiment({
    configuration: {
      tells: 'log-encryption: the server encrypts its log, the key lies beside it',
      defense: 'log-encryption',
    },
    counter: { tells: 'fernet: the members encrypt before the server sees a word', defense: 'fernet' },
    observe: ({ defense }, bench) => outcomesOf(bench, [...LOGS, 'log-sniffer/metadata'], defense),
    ruling: (logs) => (passed(logs[0]!) ? 'wrong' : logs.some(passed) ? 'half right' : 'right'),
    observed: tellAll,
    because: {
      right: 'no log gave anything away',
      'half right':
        'encrypted by the members the words are safe in the server’s log, but names and rooms stand there still, and the receiving program writes down what it shows',
      wrong:
        'whoever reads a machine that has the log and its key reads the log; and names, rooms and the clients’ own logs are not touched by it',
    },
  }),
};

/** The most of something that the relay had held, each time that it grew. */
async function growth(bench: Bench, attack: string, defense: string, counter: Counter): Promise<number[]> {
  const { decisive } = await bench.fight(attack, defense);
  return eventsOf(decisive?.trace ?? [], 'gauge').flatMap((gauge) =>
    gauge.counter === counter ? gauge.value : [],
  );
}

const leaking: Claim = {
  number: 4,
  french: 'Les callback handlers ne sont jamais retirés : le serveur finira par planter.',
  english: 'Callback handlers are never removed: the server will end by crashing.',
  basis: experiment({
    configuration: { tells: 'none: the coursework chat', defense: 'none' },
    counter: { tells: 'limits', defense: 'limits' },
    observe: async ({ defense }, bench) => ({
      leak: await outcomeOf(bench, 'flood/leaked-sessions', defense),
      peaks: await growth(bench, 'flood/leaked-sessions', defense, 'sessions'),
    }),
    ruling: ({ leak }) => (passed(leak) ? 'right' : 'wrong'),
    observed: ({ leak, peaks }) =>
      `${tellAll([leak])}; sessions held at most, as 36 connections came and went: ${peaks.join(', ')}`,
    because: {
      right:
        'every connection that is gone leaves its session behind, so that the number only grows; nobody waited for the crash, which is a matter of memory and time',
      wrong: 'a session goes with its connection or expires, and the number stays bounded',
    },
  }),
};

const FALL_SILENT = { tactic: 'fall-silent' };
const HANG_UP = { tactic: 'hang-up' };

/** What expiry is about, and what is faster. */
async function leaks(defense: string, bench: Bench): Promise<{ slow: Outcome; fast: Outcome[] }> {
  return {
    slow: await outcomeOf(bench, 'flood/leaked-sessions', defense, FALL_SILENT),
    fast: [
      await outcomeOf(bench, 'flood/leaked-sessions', defense, HANG_UP),
      await outcomeOf(bench, 'flood/join', defense),
    ],
  };
}

const expiring: Claim = {
  number: 5,
  french: "Un temps d'expiration des handlers règle ce problème.",
  english: 'An expiry time for handlers settles this problem.',
  basis: experiment({
    configuration: { tells: 'expiry-only: sessions expire, nothing else', defense: 'expiry-only' },
    counter: { tells: 'limits: expiry, removal with the connection, a quota', defense: 'limits' },
    observe: ({ defense }, bench) => leaks(defense, bench),
    ruling: ({ slow, fast }) => (passed(slow) ? 'wrong' : fast.some(passed) ? 'half right' : 'right'),
    observed: ({ slow, fast }) => tellAll([slow, ...fast]),
    because: {
      right:
        'what falls silent expires, and what is faster than expiry is removed with its connection or refused at once',
      'half right':
        'sessions of those who fall silent go, but whoever is faster than the clock fills the server all the same: a number has to be bounded by a number',
      wrong: 'not even those who fall silent expire',
    },
  }),
};

export const SERVER: readonly Claim[] = [star, clearLogs, encryptLogs, leaking, expiring];
