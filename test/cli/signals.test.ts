import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshDirectory, ROOT, type Running, start } from './mallory.js';

const HANGS = join(ROOT, 'test', 'cli', 'plugins', 'hangs.mjs');

/** Every process whose command line or environment names this directory; a victim is told its workspace, the watchdog its root. */
const processesOf = (directory: string): string[] =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(directory));

const until = async (holds: () => boolean): Promise<void> => {
  for (const deadline = performance.now() + 20_000; !holds() && performance.now() < deadline; )
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
};

/** Under way: victims wait, and the threads of both crews, the plugin's and the shipped attacks', have their directories. */
const isBusy = ({ temporary }: Running): boolean => {
  const crews = readdirSync(temporary).filter((name) => name.startsWith('mallory-crew-'));
  return crews.length > 1 && processesOf(temporary).length > 1;
};

describe.skipIf(process.platform === 'win32')('a run that is interrupted', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    'by %s ends with %i and leaves no process, no directory and no half file',
    async (signal, code) => {
      const folder = freshDirectory();
      const output = join(folder, 'grid.txt');
      writeFileSync(output, 'yesterday');
      const run = start([
        'matrix',
        '--defense',
        'none,mac,fernet',
        '--jobs',
        '2',
        '--plugin',
        HANGS,
        '--output',
        output,
      ]);
      await until(() => isBusy(run));
      run.child.kill(signal);
      expect(await run.ended).toEqual({ code, stdout: '', stderr: '', left: [] });
      await until(() => processesOf(run.temporary).length === 0);
      expect(readdirSync(folder)).toEqual(['grid.txt']);
      expect(readFileSync(output, 'utf8')).toBe('yesterday');
    },
  );

  test('while a plugin loads for ever ends all the same', async () => {
    const file = join(freshDirectory(), 'spins.mjs');
    writeFileSync(file, 'for(;;);');
    const run = start(['scenario', '--plugin', file]);
    await until(() => readdirSync(run.temporary).length > 0);
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 130, left: [] });
  });
});
