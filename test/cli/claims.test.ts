import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ClaimResult } from '../../src/model/claims.js';
import type { LabResult } from '../../src/model/labs.js';
import { freshDirectory, here, mallory } from './mallory.js';

describe('mallory claims', () => {
  test('settles the claims that are asked for, in their order, as JSON', async () => {
    const { code, stdout, stderr, left } = await mallory(['claims', '28', '16', '16', '--format', 'json']);
    expect({ code, stderr, left }).toEqual({ code: 0, stderr: '', left: [] });
    const { claims } = JSON.parse(stdout) as { claims: ClaimResult[] };
    expect(claims.map(({ number, ruling, counter }) => [number, ruling, counter?.ruling])).toEqual([
      [16, 'wrong', 'right'],
      [28, 'half right', 'wrong'],
    ]);
    for (const name of ['number', 'french', 'english', 'basis', 'observed', 'ruling', 'because'])
      expect(claims[0]).toHaveProperty(name);
  });

  test('writes a file whose name tells the format, and a table of 80 columns to a pipe', async () => {
    const file = join(freshDirectory(), 'claims.md');
    expect(await here(['claims', '7', '--output', file])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toContain('7. « urandom est prédictible');
    const { stdout } = await here(['claims', '7']);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout).toContain(' 7  WRONG');
  });

  test('leaves neither a process nor a directory behind where Python was asked', async () => {
    const { code, stdout, left } = await mallory(['claims', '22', '--format', 'json']);
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect((JSON.parse(stdout) as { claims: ClaimResult[] }).claims[0]?.here).toMatch(/Python/);
  });
});

describe('mallory lab', () => {
  test('lists the programs of the coursework', async () => {
    const { code, stdout } = await here(['lab']);
    expect(code).toBe(0);
    for (const name of [
      'big-brother',
      'join-flood',
      'pickle',
      'salt',
      'rogue-server',
      'handlers',
      'timed-client',
      'passwords',
    ])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  test('plays one, in plain words and as JSON', async () => {
    const told = await mallory(['lab', 'timed-client']);
    expect(told).toMatchObject({ code: 0, stderr: '', left: [] });
    expect(told.stdout).toContain('6 of 6 deliveries refused (expired)');
    const { stdout } = await here(['lab', 'timed-client', '--format', 'json']);
    expect((JSON.parse(stdout) as { labs: LabResult[] }).labs[0]).toMatchObject({
      id: 'timed-client',
      outcome: 'worked',
    });
  });

  test('without Python the pickle exploit is skipped, and the exit code is 0', async () => {
    const { code, stdout, left } = await mallory(['lab', 'pickle'], { env: { PATH: freshDirectory() } });
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(stdout).toContain('this machine has no python3');
    expect(stdout).toContain('skipped.');
  });
});

test.each([
  ['claims 33', 'there is no claim "33"', 'from 1 to 32'],
  ['claims 16 sixteen', 'there is no claim "sixteen"', 'mallory claims 16 28'],
  ['claims 016', 'there is no claim "016"'],
  ['claims --format jsn', 'unknown format "jsn"', '"json"'],
  ['claims --seed x', 'the seed "x"'],
  ['claims --defense none', 'unknown flag "--defense"'],
  ['lab big-brothr', 'unknown lab "big-brothr"', '"big-brother"'],
  ['lab pickle salt', 'lab takes one name', '"salt" is too much'],
  ['lab pickle --format csv', '"csv" is for grids', 'table, markdown, json'],
  ['lab --format json', '--format goes with a lab', 'mallory lab big-brother --format json'],
])('%s is refused in one line with what is valid', async (line, ...says) => {
  const { code, stdout, stderr } = await here(line.split(' '));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^mallory: [^\n]*\n$/);
  for (const words of says) expect(stderr).toContain(words);
});

test('an output that cannot be written is refused before anything is fought', async () => {
  const nowhere = join(freshDirectory(), 'no', 'where.md');
  for (const command of [
    ['claims', '16'],
    ['lab', 'salt'],
  ]) {
    const { code, stderr } = await here([...command, '--output', nowhere]);
    expect(code).toBe(3);
    expect(stderr).toContain('there is no such directory');
    expect(existsSync(nowhere)).toBe(false);
  }
});
