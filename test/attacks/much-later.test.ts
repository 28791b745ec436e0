import { expect, test } from 'vitest';
import { fight } from '../../src/arena/fight.js';
import type { Tactic } from '../../src/model/attack.js';
import { bout } from '../support/bouts.js';
import { attacksOf } from '../support/laboratory.js';

const WEEK = 7 * 86_400;
const [attack] = attacksOf('replay/after-ttl');

const tacticIn = (defense: string): Tactic | undefined =>
  attack!.tactics(bout({ defense }).stack.wire).find(({ id }) => id === 'much-later');

/** When the adversary sends, in seconds of the trial. */
const sentIn = async (defense: string): Promise<number[]> => {
  const trace = await fight({ ...bout({ defense }), attack: attack!, tactic: tacticIn(defense)! });
  expect(trace.filter(({ kind }) => kind === 'fault')).toEqual([]);
  return trace.filter(({ kind, who }) => kind === 'frame-out' && who === 'mallory').map(({ at }) => at);
};

test('a message is sent again a week later, at the same time of day', async () => {
  const later = (await sentIn('ttl')).filter((at) => at > WEEK);
  expect(later.length).toBeGreaterThan(0);
  expect(later[0]! % WEEK).toBeLessThan(30);
});

test('so it is where a program has something to do at every beat, and says nothing', async () => {
  const later = (await sentIn('ttl+epoch')).filter((at) => at > WEEK);
  expect(later.length).toBeGreaterThan(0);
});

test('nobody waits so long where programs tell each other that they are there', async () => {
  expect(Math.max(...(await sentIn('ttl+transcript')))).toBeLessThan(60);
});

test('nor where the relay pings', () => {
  expect(tacticIn('ttl')).toBeDefined();
  expect(tacticIn('ttl+limits')).toBeUndefined();
});
