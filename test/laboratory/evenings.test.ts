import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fight } from '../../src/arena/fight.js';
import type { Step } from '../../src/model/scenario.js';
import { judgeBenign } from '../../src/referee/controls.js';
import { bout } from '../support/bouts.js';

/** Alice makes the room and its keys, and stays. */
const CAST = ['alice', 'bob', 'carol', 'dave', 'erin'];
const LONGEST_WAIT = 12;

const who = fc.constantFrom(...CAST);
const other = fc.constantFrom(...CAST.slice(1));
const doings = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), who, atOnce: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('go or come' as const), who: other }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('restart' as const), who }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        tenths: fc.integer({ min: 1, max: 10 * LONGEST_WAIT }),
      }),
    },
  ),
  { minLength: 8, maxLength: 40 },
);
const evenings = fc.record({
  doings,
  late: fc.subarray(CAST.slice(2)),
  skews: fc.array(fc.integer({ min: -7, max: 7 }), { minLength: CAST.length, maxLength: CAST.length }),
});
type Evening = typeof evenings extends fc.Arbitrary<infer T> ? T : never;

/** What honest people can do of it: nobody speaks outside the room, and nobody enters twice. */
function scriptOf({ doings, late }: Evening): Step[] {
  const inside = new Set(CAST.filter((nick) => !late.includes(nick)));
  let speaks = false;
  const steps = doings.flatMap((doing, index): Step[] => {
    const spoke = speaks;
    speaks = false;
    if (doing.do === 'wait') return [{ do: 'wait', seconds: doing.tenths / 10 }];
    const { who } = doing;
    if (doing.do === 'go or come') {
      const leaves = inside.delete(who);
      if (!leaves) inside.add(who);
      return [{ do: leaves ? 'leave' : 'join', who }];
    }
    if (!inside.has(who)) return [];
    if (doing.do === 'restart') return [{ do: 'restart', who }];
    speaks = true;
    const atOnce = spoke && doing.atOnce ? ({ atOnce: true } as const) : {};
    return [{ do: 'say', author: who, text: `line ${index}`, ...atOnce }];
  });
  return [...steps, { do: 'say', author: 'alice', text: 'Good night.' }];
}

const isBorne = async (defense: string, evening: Evening): Promise<void> => {
  const skews = Object.fromEntries(evening.skews.map((seconds, index) => [CAST[index]!, seconds]));
  const trace = await fight(bout({ defense, steps: scriptOf(evening), cast: CAST, skews }));
  const { outcome, because } = judgeBenign(trace);
  expect(outcome, because).toBe('passed');
};

describe('an evening on which nobody attacks, whatever people do, is borne without a refusal or an alarm by', () => {
  test.each([
    ['none', 10],
    ['bound', 10],
    ['sequence', 10],
    ['sequence-durable', 10],
    ['transcript', 30],
    ['epoch', 15],
    ['full', 12],
  ])('%s', { timeout: 120_000 }, async (defense, numRuns) => {
    await fc.assert(
      fc.asyncProperty(evenings, (evening) => isBorne(defense, evening)),
      { numRuns, seed: 1 },
    );
  });
});
