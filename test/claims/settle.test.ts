import { describe, expect, test } from 'vitest';
import { type Claim, experiment } from '../../src/claims/claim.js';
import { settle } from '../../src/claims/settle.js';
import { Unproven } from '../../src/experiments/unproven.js';
import type { ClaimRuling } from '../../src/model/claims.js';
import { NO_BENCH } from '../support/bench.js';

/** A claim whose experiment sees what its configuration says. */
const claim = (main: string, counter: string, ruling: (seen: string) => ClaimRuling, number = 1): Claim => ({
  number,
  french: 'Une affirmation',
  english: 'A claim',
  basis: experiment({
    configuration: { tells: 'main', sees: main },
    counter: { tells: 'counter', sees: counter },
    observe: async ({ sees }) => {
      if (sees === 'nothing') throw new Unproven('nothing was seen');
      if (sees === 'a fault') throw new TypeError('a fault of the program');
      return sees;
    },
    ruling,
    observed: (seen) => `saw ${seen}`,
    because: { right: 'it was black', wrong: 'it was white' },
  }),
});

const byColour = (seen: string): ClaimRuling => (seen === 'black' ? 'right' : 'wrong');
const settledOne = async (one: Claim) => (await settle([one], NO_BENCH))[0]!;

describe('a claim is settled', () => {
  test('by what was observed, and its counter-configuration by what was observed there', async () => {
    expect(await settledOne(claim('black', 'white', byColour))).toEqual({
      number: 1,
      french: 'Une affirmation',
      english: 'A claim',
      basis: 'experiment',
      configuration: 'main',
      observed: 'saw black',
      ruling: 'right',
      because: 'it was black',
      counter: { configuration: 'counter', observed: 'saw white', ruling: 'wrong' },
    });
  });

  test('the other way, where the other thing is seen', async () => {
    const { ruling, because } = await settledOne(claim('white', 'black', byColour));
    expect({ ruling, because }).toEqual({ ruling: 'wrong', because: 'it was white' });
  });

  test('not at all by an experiment that cannot come out otherwise', async () => {
    const always = await settledOne(claim('black', 'white', () => 'right'));
    expect(always.ruling).toBe('unsettled');
    expect(always.because).toContain('does not come out otherwise');
    expect((await settledOne(claim('black', 'black', byColour))).ruling).toBe('unsettled');
  });

  test('not at all where a run proves nothing, in either configuration', async () => {
    const main = await settledOne(claim('nothing', 'white', byColour));
    expect(main).toMatchObject({ ruling: 'unsettled', observed: 'nothing was seen' });
    const counter = await settledOne(claim('black', 'nothing', byColour));
    expect(counter).toMatchObject({ ruling: 'unsettled', counter: { ruling: 'unsettled' } });
  });

  test('with a fault of the program let through', async () => {
    await expect(settledOne(claim('a fault', 'white', byColour))).rejects.toThrow('a fault of the program');
  });

  test('in the order asked, and progress is counted', async () => {
    const counted: string[] = [];
    const claims = [3, 1, 2].map((number) => claim('black', 'white', byColour, number));
    const settled = await settle(claims, NO_BENCH, { progress: (done, of) => counted.push(`${done}/${of}`) });
    expect(settled.map(({ number }) => number)).toEqual([3, 1, 2]);
    expect(counted).toEqual(['1/3', '2/3', '3/3']);
  });
});
