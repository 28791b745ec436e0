import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Crew } from '../../src/laboratory/worker-crew.js';
import type { Answer, Job } from '../../src/laboratory/worker-job.js';
import { ROOT } from './mallory.js';

const plugin = (name: string): string => join(ROOT, 'test', 'cli', 'plugins', `${name}.mjs`);
const secret = (password: string) => ({ password, salt: Buffer.alloc(16, 1).toString('base64') });
const asked: string[] = [];
const detonator = {
  detonate: async (frame: string) => {
    asked.push(frame);
    return { executed: true, why: 'canary' };
  },
};
const crewOf = (size: number, patience = 400): Crew =>
  new Crew({ group: secret('a'), stranger: secret('b'), detonator, patience, size });
const job = (attack: string, more: Partial<Job> = {}): Job => ({
  attack,
  defense: 'none',
  scenario: attack.split('/')[0]!,
  seed: 1,
  skews: {},
  stored: false,
  traced: true,
  ...more,
});
const verdictOf = (answer: Answer): string => ('cell' in answer ? answer.cell.result.verdict : 'no cell');

describe('a crew of worker threads', () => {
  const crew = crewOf(2);
  afterAll(() => crew.close());

  test('sends the fight behind a verdict along only where it is wanted', async () => {
    const decisive = async (traced: boolean) => {
      const answer = await crew.fight(job('rogue-server/rewrite', { traced }), []);
      return 'cell' in answer ? answer.cell.decisive : undefined;
    };
    expect((await decisive(true))?.trace.length).toBeGreaterThan(10);
    expect(await decisive(false)).toBeNull();
  });

  test('fights shipped attacks against shipped defenses, from plain data alone', async () => {
    expect(verdictOf(await crew.fight(job('rogue-server/rewrite'), []))).toBe('breached');
    expect(verdictOf(await crew.fight(job('rogue-server/rewrite', { defense: 'fernet' }), []))).toBe(
      'defeated',
    );
  });

  test('answers what an honest run came to, in which a stored message is too old for a TTL', async () => {
    const honest = async (stored: boolean) => {
      const answer = await crew.fight({ ...job('replay/now', { defense: 'ttl', stored }), attack: null }, []);
      return 'honest' in answer ? answer.honest : null;
    };
    const atOnce = await honest(false);
    expect(atOnce).toMatchObject({ ran: true, control: { outcome: 'passed' }, deliveries: { refused: 0 } });
    expect(atOnce?.bytesAMessage).toBeGreaterThan(100);
    const stored = await honest(true);
    expect(stored).toMatchObject({ ran: true, control: { outcome: 'failed' } });
    expect(stored?.control.because).toContain('refused an honest frame');
    expect(stored?.deliveries.refused).toBeGreaterThan(0);
  });

  test('derives no key itself: it asks, once for each password', async () => {
    const stretched: string[] = [];
    const stretch = async (password: string): Promise<Uint8Array> => {
      stretched.push(password);
      return new Uint8Array(32).fill(password.length);
    };
    const asking = new Crew({ group: secret('a'), stranger: secret('b'), detonator, stretch, size: 1 });
    expect(verdictOf(await asking.fight(job('rogue-server/rewrite', { defense: 'fernet' }), []))).toBe(
      'defeated',
    );
    expect(stretched).toEqual(['a', 'b']);
    await asking.fight(job('password/dictionary', { defense: 'mac' }), []);
    expect(new Set(stretched.slice(2)).size).toBe(8);
    expect(stretched).toHaveLength(10);
    await asking.close();
  });

  test('detonates nothing itself: it asks, and believes the answer', async () => {
    expect(verdictOf(await crew.fight(job('deserialization/server'), []))).toBe('breached');
    expect(asked.length).toBeGreaterThan(0);
    for (const frame of asked) expect(frame).toContain('_$$ND_FUNC$$_');
  });

  // The thread's own watchdog ends what leaves it a turn, at its patience; the crew ends the rest, at twice that.
  test.each([
    ['waits', 400],
    ['spins', 800],
    ['sleeps', 800],
  ] as const)('ends one that %s and fights on in another thread', async (name, limit) => {
    const started = performance.now();
    const stuck = crew.fight(job(`rogue-server/${name}`), [plugin('hangs')]).then(
      (answer) => ('cell' in answer ? answer.cell.result.because : ''),
      (error) => error.message,
    );
    const others = await Promise.all(
      ['drop', 'reorder', 'delay'].map((other) => crew.fight(job(`rogue-server/${other}`), [])),
    );
    expect(others.map(verdictOf)).toEqual(['breached', 'breached', 'breached']);
    expect(await stuck).toBe(`the watchdog ended the trial after ${limit} ms`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('a thread that was ended', () => {
  test.each([0, 50, 100, 150, 200])(
    'is heard to its last word, where all of it comes at once (%d ms)',
    async (after) => {
      const crew = crewOf(1);
      const busy = setTimeout(() => {
        const until = performance.now() + 600;
        while (performance.now() < until);
      }, after);
      await expect(crew.factsOf(plugin('throws'))).rejects.toThrow('a reason of its own');
      clearTimeout(busy);
      await crew.close();
    },
  );

  test('leaves no directory, and neither does the crew', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('mallory-crew-'));
    const crew = crewOf(1);
    const [root] = readdirSync(tmpdir()).filter(
      (name) => name.startsWith('mallory-crew-') && !before.includes(name),
    );
    const path = join(tmpdir(), root!);
    // It has a log on disk while it fights, in its own temporary directory.
    await expect(crew.fight({ ...job('rogue-server/spins') }, [plugin('hangs')])).rejects.toThrow('watchdog');
    expect(readdirSync(path)).toEqual([]);
    await crew.close();
    expect(existsSync(path)).toBe(false);
  });

  test('by closing takes its jobs with it', async () => {
    const crew = crewOf(1, 60_000);
    const jobs = ['spins', 'waits'].map((name) => crew.fight(job(`rogue-server/${name}`), [plugin('hangs')]));
    const outcomes = Promise.allSettled(jobs);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await crew.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(crew.fight(job('replay/now'), [])).rejects.toThrow('the laboratory was closed');
  });
});

describe('what a job leaves behind', () => {
  let crew: Crew;
  beforeAll(() => {
    crew = crewOf(1, 5000);
  });
  afterAll(() => crew.close());

  test('costs its thread, not the next job', async () => {
    const fought = (name: string): Promise<string> =>
      crew.fight(job(`rogue-server/${name}`), [plugin('breaks')]).then(verdictOf, (error) => error.message);
    expect(await fought('leaves-a-bomb')).toBe('inconclusive');
    expect(await fought('is-slow')).toBe('inconclusive');
    expect(await fought('exits')).toBe('its thread ended');
    expect(await fought('drop')).toBe('breached');
  });
});
