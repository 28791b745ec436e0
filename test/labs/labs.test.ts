import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPython } from '../../src/containment/pickle.js';
import { LABS, playLab } from '../../src/labs/index.js';
import type { LabResult } from '../../src/model/labs.js';
import { NO_BENCH, onTestBench } from '../support/bench.js';
import { englishLeft } from '../support/french.js';
import { THOROUGH } from '../support/thorough.js';

const PYTHON = findPython();
const WHY = PYTHON ? '' : ' (skipped: there is no python3 on this machine)';

/** For each program what must stand in its story, and which stoppers stop it (`true`) and which do not. */
const EXPECTED: Readonly<
  Record<string, { readonly says: readonly string[]; readonly stopped: readonly boolean[] }>
> = {
  'big-brother': {
    says: ['received 4 messages', 'sent 0 joins', "guess is bob's secret"],
    stopped: [true, true, true],
  },
  'join-flood': { says: ['from one connection', 'sessions'], stopped: [false, true] },
  pickle: { says: ['__reduce__', 'found the canary file', 'created nothing'], stopped: [true, true] },
  salt: { says: ['16 bytes of salt in clear', 'dictionary breached', '3 of 6'], stopped: [true, true] },
  'rogue-server': { says: ['which nobody sent'], stopped: [false, true, true, true] },
  handlers: { says: ['at most 39 sessions'], stopped: [false, true] },
  'timed-client': {
    says: ['6 of 6 deliveries refused (expired)', '0 of 6 deliveries refused'],
    stopped: [true, false],
  },
  passwords: {
    says: ['refused 4 of 4 (bad-hmac)', 'refused 1 of 1 (bad-hmac)', 'ended with status 1'],
    stopped: [],
  },
};

test('all eight programs of the coursework are there', () => {
  expect(LABS.map(({ id }) => id)).toEqual(Object.keys(EXPECTED));
});

test.runIf(THOROUGH)('CI has a Python, so that nothing is skipped there', () => {
  expect(PYTHON).not.toBeNull();
});

describe('played', () => {
  const results = new Map<string, LabResult>();
  beforeAll(async () => {
    await onTestBench(async (bench) => {
      for (const lab of LABS) results.set(lab.id, await playLab(lab, bench));
    });
  }, 100_000);
  afterAll(() => results.clear());

  const names = LABS.map(({ id }) => id);
  test.for(names.map((id) => [id, id === 'pickle' ? WHY : ''] as const))(
    '%s shows what the coursework shows, and what stops it%s',
    ([id], { skip }) => {
      if (id === 'pickle' && !PYTHON) return skip(WHY);
      const { outcome, happened, stoppers, coursework } = results.get(id)!;
      const { says, stopped } = EXPECTED[id]!;
      expect(outcome).toBe('worked');
      expect(coursework).toMatch(/lab/);
      for (const words of says) expect(happened.join('\n')).toContain(words);
      expect(stoppers.map((one) => one.stopped)).toEqual(stopped);
      for (const one of stoppers) expect(one.outcome.length).toBeGreaterThan(10);
      const told = [...happened, ...stoppers.flatMap(({ what, outcome: came }) => [what, came])];
      expect(told.flatMap(englishLeft)).toEqual([]);
    },
  );
});

test('their French has no word of English', () => {
  expect(LABS.flatMap(({ title, coursework }) => [title, coursework].flatMap(englishLeft))).toEqual([]);
});

test('without Python the pickle exploit is said to be skipped, and nothing is claimed', async () => {
  const bench = new Proxy(NO_BENCH, { get: (_, name) => (name === 'pickles' ? null : undefined) });
  const result = await playLab(LABS.find(({ id }) => id === 'pickle')!, bench);
  expect(result).toMatchObject({ outcome: 'skipped', stoppers: [] });
  expect(result.happened.join()).toContain('no python3');
  expect(result.happened.flatMap(englishLeft)).toEqual([]);
});

test('a victim that reads nothing to its end proves nothing', async () => {
  const dead = { version: '3', load: async () => ({ executed: false, why: 'crashed', normalExit: false }) };
  const bench = new Proxy(NO_BENCH, { get: (_, name) => (name === 'pickles' ? dead : undefined) });
  const result = await playLab(LABS.find(({ id }) => id === 'pickle')!, bench);
  expect(result.outcome).toBe('unproven');
  expect(result.happened.flatMap(englishLeft)).toEqual([]);
});

test.each(['everything', 'the exploit', 'nothing'])(
  'a Python that runs %s is told in French',
  async (runs) => {
    const load = async (
      bytes: Uint8Array,
    ): Promise<{ executed: boolean; why: string; normalExit: boolean }> => {
      const hostile = Buffer.from(bytes).includes('exec');
      const executed = runs === 'everything' || (runs === 'the exploit' && hostile);
      return { executed, why: executed ? 'canary' : 'no-canary', normalExit: true };
    };
    const bench = new Proxy(NO_BENCH, {
      get: (_, name) => (name === 'pickles' ? { version: '3', load } : undefined),
    });
    const { happened, stoppers } = await playLab(LABS.find(({ id }) => id === 'pickle')!, bench);
    const told = [...happened, ...stoppers.map(({ outcome }) => outcome)];
    expect(told.length).toBeGreaterThan(0);
    expect(told.flatMap(englishLeft)).toEqual([]);
  },
);
