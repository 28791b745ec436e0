/** Claims about replay and time: 25 to 30. */
import type { Bench } from '../experiments/bench.js';
import { afterStore, tellDeliveries, withAliceOff } from '../experiments/clocks.js';
import { type Outcome, outcomeOf, outcomesOf, passed, tellAll } from '../experiments/outcome.js';
import { eventsOf } from '../model/trace.js';
import { type Claim, experiment } from './claim.js';

const REPLAYS = ['replay/now', 'replay/within-ttl', 'replay/after-ttl'] as const;

const all = (outcomes: readonly Outcome[]): 'right' | 'half right' | 'wrong' =>
  outcomes.every(passed) ? 'wrong' : outcomes.some(passed) ? 'half right' : 'right';

const timestamp: Claim = {
  number: 25,
  french: "C'est une attaque par rejeu ; un horodatage la règle.",
  english: 'This is a replay attack; a timestamp settles it.',
  basis: experiment({
    configuration: { tells: 'ttl', defense: 'ttl' },
    counter: { tells: 'ttl+sequence', defense: 'ttl+sequence' },
    observe: ({ defense }, bench) => outcomesOf(bench, REPLAYS, defense),
    ruling: all,
    observed: tellAll,
    because: {
      right: 'with a memory of what was taken, no copy is shown a second time',
      'half right':
        'it bounds how long a copy works and does not tell a copy from the original; within the window a replay passes',
      wrong: 'copies pass whenever they come',
    },
  }),
};

/** A diverted message, and whether what the recipient got bears the very time that its author sealed. */
async function diverted(
  bench: Bench,
  defense: string,
): Promise<{ outcomes: Outcome[]; sameTime: number; of: number }> {
  const { decisive } = await bench.fight('rogue-server/re-attribute', defense);
  const swaps = eventsOf(decisive?.trace ?? [], 'forward').filter(({ decision }) => decision === 'replace');
  const timed = (bytes: string | null): string => {
    const { header, body } = JSON.parse(bytes ?? '{}') as { header: { sent: number }; body: string };
    return JSON.stringify([header.sent, body]);
  };
  return {
    outcomes: await outcomesOf(bench, ['rogue-server/re-attribute', 'rogue-server/duplicate'], defense),
    sameTime: swaps.filter(({ before, bytes }) => timed(before) === timed(bytes)).length,
    of: swaps.length,
  };
}

const identical: Claim = {
  number: 26,
  french: "Si l'horodatage est identique, le message n'a pas été détourné.",
  english: 'If the timestamp is identical, the message was not diverted.',
  basis: experiment({
    configuration: { tells: 'ttl', defense: 'ttl' },
    counter: { tells: 'ttl+signature+sequence', defense: 'ttl+signature+sequence' },
    observe: ({ defense }, bench) => diverted(bench, defense),
    ruling: ({ outcomes, sameTime }) => (sameTime > 0 && outcomes.some(passed) ? 'wrong' : 'right'),
    observed: ({ outcomes, sameTime, of }) =>
      `${tellAll(outcomes)}; ${sameTime} of ${of} frames under another's name bore the same time and the same token`,
    because: {
      right: 'what was diverted was refused, but for its author and its counter, not for its time',
      wrong:
        'a timestamp says when something was sealed: under another’s name, or shown twice, it stays the same to the bit',
    },
  }),
};

const subtract: Claim = {
  number: 27,
  french: "Si on retire 45 s à l'émission, InvalidToken.",
  english: 'Subtract 45 s when sending, and you get InvalidToken.',
  basis: experiment({
    configuration: { tells: 'ttl, Alice’s clock 45 s behind', defense: 'ttl' },
    counter: { tells: 'fernet without a TTL, Alice’s clock 45 s behind', defense: 'fernet' },
    observe: ({ defense }, bench) => withAliceOff(bench, defense, -45),
    ruling: ({ of, refused }) => (refused === of && of > 0 ? 'right' : refused > 0 ? 'half right' : 'wrong'),
    observed: (seen) => `of Alice's messages ${tellDeliveries(seen)}`,
    because: {
      right: 'a token that says it is 45 s old is beyond the TTL of 30 s for everybody who receives it',
      'half right': 'some were refused',
      wrong: 'without a TTL nobody looks at the time',
    },
  }),
};

const noReuse: Claim = {
  number: 28,
  french: 'Avec un TTL, les messages ne peuvent plus être réutilisés.',
  english: 'With a TTL, messages cannot be reused any more.',
  basis: experiment({
    configuration: { tells: 'ttl', defense: 'ttl' },
    counter: { tells: 'fernet, without a TTL', defense: 'fernet' },
    observe: ({ defense }, bench) => outcomesOf(bench, REPLAYS, defense),
    ruling: all,
    observed: tellAll,
    because: {
      right: 'no copy passed, early or late',
      'half right': 'after 30 s they cannot; within the TTL they can, as often as somebody likes',
      wrong: 'they can be reused for ever',
    },
  }),
};

const clocks: Claim = {
  number: 29,
  french: 'Le TTL dépend de la synchronisation des horloges.',
  english: 'A TTL depends on synchronised clocks.',
  basis: experiment({
    configuration: { tells: 'ttl', defense: 'ttl' },
    counter: { tells: 'sequence: a memory in the place of a clock', defense: 'sequence' },
    observe: async ({ defense }, bench) => ({
      behind: await withAliceOff(bench, defense, -45),
      close: await withAliceOff(bench, defense, -20),
      ahead: await withAliceOff(bench, defense, 61),
      slowReader: await outcomeOf(bench, 'replay/skewed-clock', defense),
    }),
    ruling: ({ behind, ahead, slowReader }) => {
      const signs = [behind.refused > 0, ahead.refused > 0, passed(slowReader)];
      return signs.every(Boolean) ? 'right' : signs.some(Boolean) ? 'half right' : 'wrong';
    },
    observed: ({ behind, close, ahead, slowReader }) =>
      `Alice's clock 45 s behind: ${tellDeliveries(behind)}; 20 s behind: ${tellDeliveries(close)}; 61 s ahead: ${tellDeliveries(ahead)}; Bob's clock 45 s behind: ${tellAll([slowReader])}`,
    because: {
      right:
        'honest messages of a wrong clock are refused, and to a slow clock an old copy is as fresh as ever; a difference of 20 s is forgiven',
      'half right': 'some of it depends on the clocks',
      wrong: 'a counter does not look at any clock',
    },
  }),
};

const stored: Claim = {
  number: 30,
  french: 'Le TTL gêne les messages stockés longtemps.',
  english: 'A TTL is in the way of messages that are stored for long.',
  basis: experiment({
    configuration: { tells: 'ttl, every message 45 s in store', defense: 'ttl' },
    counter: { tells: 'fernet without a TTL, every message 45 s in store', defense: 'fernet' },
    observe: ({ defense }, bench) => afterStore(bench, defense),
    ruling: ({ of, refused }) => (refused === of && of > 0 ? 'right' : refused > 0 ? 'half right' : 'wrong'),
    observed: (seen) => `of honest messages ${tellDeliveries(seen)}`,
    because: {
      right: 'whoever was offline for longer than the TTL gets nothing of what was kept for her',
      'half right': 'some of them were refused',
      wrong: 'without a TTL they are as good as new',
    },
  }),
};

export const TIME: readonly Claim[] = [timestamp, identical, subtract, noReuse, clocks, stored];
