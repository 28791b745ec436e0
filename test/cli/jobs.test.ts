import { expect, test } from 'vitest';
import { jobsIn } from '../../src/cli/choose.js';
import { Workplace } from '../../src/cli/workplace.js';
import { here as inThisThread } from '../../src/laboratory/runner.js';
import type { Matrix } from '../../src/model/results.js';
import { here, mallory } from './mallory.js';

/** Where who is shown what first is left to chance, the evidence is, too; these rows cite the same events in every run. */
const SLICE = [
  'matrix',
  ...['--attack', 'rogue-server/rewrite,after-ttl,relay-log,deserialization/server'],
  ...['--defense', 'none,fernet+signature,codec'],
  ...['--format', 'json'],
];

const apartFromTime = (stdout: string): Matrix =>
  JSON.parse(stdout, (key, value) => (key === 'ms' ? undefined : value));

test('two threads come to what one comes to, in every field but the milliseconds', async () => {
  const [one, two] = [await here([...SLICE, '--jobs', '1']), await mallory([...SLICE, '--jobs', '2'])];
  expect(two).toMatchObject({ code: 0, stderr: '', left: [] });
  expect(apartFromTime(one.stdout).trials).toHaveLength(12);
  expect(apartFromTime(two.stdout)).toEqual(apartFromTime(one.stdout));
});

test('more than one job leaves this thread', async () => {
  const place = new Workplace();
  expect(place.runner(new Map(), 1)).toBe(inThisThread);
  expect(place.runner(new Map(), 2)).not.toBe(inThisThread);
  await place.close();
});

test('as many threads fight as the work is worth, unless it is told', () => {
  expect([jobsIn(undefined, 1), jobsIn(undefined, 0)]).toEqual([1, 1]);
  expect(jobsIn(undefined, 1e6)).toBeGreaterThanOrEqual(1);
  expect([jobsIn('1', 1e6), jobsIn('3', 1)]).toEqual([1, 3]);
});
