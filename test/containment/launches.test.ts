import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Launches } from '../../src/containment/launches.js';

let root: string;
let launches: Launches;
beforeEach(() => {
  root = mkdtempSync(join(realpathSync(tmpdir()), 'launches-test-'));
  for (const name of ['job', 'output', 'errors']) closeSync(openSync(join(root, name), 'wx'));
  launches = new Launches(root);
});
afterEach(async () => {
  await launches.close();
  rmSync(root, { recursive: true });
});

const start = (...command: readonly string[]) =>
  launches.start({
    command,
    directory: root,
    files: { job: join(root, 'job'), output: join(root, 'output'), errors: join(root, 'errors') },
  });
const node = (program: string) => start(process.execPath, '-e', program);
const FOR_EVER = 'setInterval(() => {}, 1000)';

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
/** Whoever is killed may need a moment to go. */
const isGone = async (pid: number): Promise<boolean> => {
  for (let look = 0; look < 200 && lives(pid); look++) await delay(10);
  return !lives(pid);
};
const parentOf = (pid: number): number =>
  Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);

describe('a launched process', () => {
  it('has the files for its input and output, nothing of the environment, and tells how it ended', async () => {
    const launched = node(
      'process.stdout.write(JSON.stringify([Object.keys(process.env), process.cwd()])); process.exit(7)',
    );
    await launched.ended;
    expect(launched).toMatchObject({ alive: false, end: '7', pid: undefined });
    expect(JSON.parse(readFileSync(join(root, 'output'), 'utf8'))).toEqual([[], root]);
  });

  it('that cannot be started says why', async () => {
    const launched = start(join(root, 'no-such-program'));
    await launched.ended;
    expect(launched.end).toContain('ENOENT');
  });

  it('is ended with its whole group', async () => {
    const launched = node(FOR_EVER);
    await launched.started;
    const pid = launched.pid!;
    expect(lives(pid)).toBe(true);
    launched.kill();
    await launched.ended;
    expect(await isGone(pid)).toBe(true);
  });

  it('is ended before its number is known', async () => {
    const launched = node(FOR_EVER);
    expect(launched.pid).toBeUndefined();
    launched.kill();
    await launched.ended;
    expect(launched.end).toBe('null');
  });

  it('ends with the laboratory that closes', async () => {
    const launched = node(FOR_EVER);
    await launched.started;
    const pid = launched.pid!;
    await launches.close();
    expect(launched.alive).toBe(false);
    expect(await isGone(pid)).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('a launcher that is ended by somebody else', () => {
  it('takes its processes along, and another takes its place', async () => {
    const launched = node(FOR_EVER);
    await launched.started;
    const pid = launched.pid!;
    const launcher = parentOf(pid);
    expect(launcher).not.toBe(process.pid);
    process.kill(launcher, 'SIGKILL');
    await launched.ended;
    expect(launched.end).toBe('its launcher has gone');
    expect(await isGone(pid)).toBe(true);
    const next = node(FOR_EVER);
    await next.started;
    expect(parentOf(next.pid!)).not.toBe(launcher);
  });
});
