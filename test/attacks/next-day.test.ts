import { expect, test } from 'vitest';
import { fight } from '../../src/arena/fight.js';
import type { Tactic } from '../../src/model/attack.js';
import { bout } from '../support/bouts.js';
import { attacksOf } from '../support/laboratory.js';

const DAY = 86_400;
const [attack] = attacksOf('replay/after-ttl');

const tacticIn = (defense: string): Tactic | undefined =>
  attack!.tactics(bout({ defense }).stack.wire).find(({ id }) => id === 'next-day');

/** When the adversary sends for the last time, in seconds of the trial. */
const lastSentIn = async (defense: string): Promise<number> => {
  const trace = await fight({ ...bout({ defense }), attack: attack!, tactic: tacticIn(defense)! });
  expect(trace.filter(({ kind }) => kind === 'fault')).toEqual([]);
  return trace.findLast(({ kind, who }) => kind === 'frame-out' && who === 'mallory')!.at;
};

test('a message is sent again a day later, at the same time of day', async () => {
  const sent = await lastSentIn('ttl');
  expect(sent).toBeGreaterThan(DAY);
  expect(sent % DAY).toBeLessThan(30);
});

test('nobody waits a day where programs tell each other that they are there', async () => {
  expect(await lastSentIn('ttl+transcript')).toBeLessThan(60);
});

test('nor where the relay pings', () => {
  expect(tacticIn('ttl')).toBeDefined();
  expect(tacticIn('ttl+limits')).toBeUndefined();
});
