import { describe, expect, test } from 'vitest';
import { Queue } from '../../src/studio/queue.js';
import { Refused } from '../../src/studio/refused.js';

/** A job that ends when it is told to. */
function job(name: string, log: string[]) {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    end,
    run: async (): Promise<string> => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
      return name;
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the queue', () => {
  test('runs one job at a time, in the order asked', async () => {
    const log: string[] = [];
    const queue = new Queue(2);
    const [a, b] = [job('a', log), job('b', log)];
    const both = Promise.all([queue.run(a.run), queue.run(b.run)]);
    b.end();
    await turn();
    expect(log).toEqual(['a begins']);
    a.end();
    expect(await both).toEqual(['a', 'b']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  test('refuses whom it has no place for, and has a place again when a turn came', async () => {
    const log: string[] = [];
    const queue = new Queue(1);
    const [a, b, c] = [job('a', log), job('b', log), job('c', log)];
    const first = queue.run(a.run);
    await turn();
    const second = queue.run(b.run);
    await expect(queue.run(c.run)).rejects.toMatchObject({ status: 429 });
    for (const each of [a, b, c]) each.end();
    await Promise.all([first, second]);
    expect(await queue.run(c.run)).toBe('c');
  });

  test('goes on after a job that failed', async () => {
    const queue = new Queue(2);
    await expect(queue.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await queue.run(() => Promise.resolve('won'))).toBe('won');
  });

  test('once closed, begins nothing and waits for what had begun', async () => {
    const log: string[] = [];
    const queue = new Queue(2);
    const [a, b] = [job('a', log), job('b', log)];
    const first = queue.run(a.run);
    await turn();
    const second = expect(queue.run(b.run)).rejects.toBeInstanceOf(Refused);
    const closed = queue.close().then(() => log.push('closed'));
    await turn();
    expect(log).toEqual(['a begins']);
    a.end();
    await Promise.all([first, second, closed]);
    expect(log).toEqual(['a begins', 'a ends', 'closed']);
  });
});
