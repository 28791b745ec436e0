import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { saver } from '../../src/cli/output.js';
import type { Matrix } from '../../src/model/results.js';
import { freshDirectory, mallory } from './mallory.js';

describe('a file is written whole or not at all:', () => {
  test('asking whether it can be written leaves nothing behind', () => {
    const folder = freshDirectory();
    saver(join(folder, 'grid.txt'));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the text takes the place of the old one, with its permissions, and nothing stands beside it', () => {
    const folder = freshDirectory();
    const file = join(folder, 'grid.txt');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    const save = saver(file);
    const reader = openSync(file, 'r');
    save('new');
    // Whoever reads meanwhile reads the old text to its end, for the new one is another file.
    expect(readFileSync(reader, 'utf8')).toBe('old');
    closeSync(reader);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['grid.txt']);
  });

  test('where the place went away meanwhile, it says so, and what was there is untouched', () => {
    const folder = freshDirectory();
    const file = join(folder, 'sub', 'grid.txt');
    mkdirSync(join(folder, 'sub'));
    const save = saver(file);
    rmSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'sub'), 'a file now');
    expect(() => save('new')).toThrow('a part of the path is no directory');
    expect(readdirSync(folder)).toEqual(['sub']);
  });

  test('where the target became a directory, nothing is left beside it', () => {
    const folder = freshDirectory();
    const save = saver(join(folder, 'grid.txt'));
    mkdirSync(join(folder, 'grid.txt'));
    expect(() => save('new')).toThrow('cannot write');
    expect(readdirSync(folder)).toEqual(['grid.txt']);
  });

  test('through a link, the file behind it is replaced and the link stays', () => {
    const folder = freshDirectory();
    writeFileSync(join(folder, 'real.txt'), 'old');
    symlinkSync('real.txt', join(folder, 'link.txt'));
    saver(join(folder, 'link.txt'))('new');
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.txt', 'real.txt']);
  });

  // A pipe of our own, for a device of the system would be lost if this went wrong.
  test.skipIf(process.platform === 'win32')('what is no file is written to and stays what it is', () => {
    const pipe = join(freshDirectory(), 'pipe');
    execFileSync('/usr/bin/env', ['mkfifo', pipe]);
    const reader = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    saver(pipe)('text');
    const bytes = Buffer.alloc(10);
    expect(bytes.toString('utf8', 0, readSync(reader, bytes))).toBe('text');
    closeSync(reader);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});

const FEW = ['--scenario', 'rogue-server', '--attack', 'drop', '--defense', 'mac'];

describe('--output', () => {
  test('takes the text off standard output, and the format off the name', async () => {
    const folder = freshDirectory();
    const file = join(folder, 'grid.json');
    const { code, stdout, stderr } = await mallory(['matrix', ...FEW, '--output', file]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((JSON.parse(readFileSync(file, 'utf8')) as Matrix).trials.map(({ verdict }) => verdict)).toEqual([
      'breached',
    ]);
    expect(readdirSync(folder)).toEqual(['grid.json']);
  });

  test('ends with 1 under --fail-on-breach, and writes all the same', async () => {
    const file = join(freshDirectory(), 'grid.csv');
    expect(await mallory(['matrix', ...FEW, '--fail-on-breach', '--output', file])).toMatchObject({
      code: 1,
      stderr: '',
    });
    expect(readFileSync(file, 'utf8')).toContain('rogue-server/drop');
  });
});

describe('--trace', () => {
  const traced = async (more: readonly string[]): Promise<Record<string, unknown>[]> => {
    const file = join(freshDirectory(), 'trace.ndjson');
    const ended = await mallory([
      'scenario',
      'rogue-server',
      '--attack',
      'rewrite,store',
      '--defense',
      'none,encryption',
      '--trace',
      file,
      ...more,
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: '', left: [] });
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.pop()).toBe('');
    return lines.map((line) => JSON.parse(line));
  };
  const secretOf = (events: Record<string, unknown>[]): string =>
    events.flatMap(({ secret }) => secret ?? [])[0] as string;
  const of = (events: Record<string, unknown>[], attack: string, defense: string) =>
    events.filter((event) => event.attack === attack && event.defense === defense);

  test('is one event a line, each of a named fight, and the secret that nobody guessed is blotted out', async () => {
    const events = await traced([]);
    for (const event of events)
      expect(event).toMatchObject({
        attack: expect.stringMatching(/^rogue-server\//),
        tactic: expect.any(String),
        id: expect.stringMatching(/^\w+#\d+$/),
      });
    const hidden = of(events, 'rogue-server/store', 'encryption');
    expect(secretOf(hidden)).toBe('*'.repeat(32));
    expect(JSON.stringify(hidden)).not.toMatch(/door code is [0-9a-f]/);
    // The undefended secret was guessed: it is none any more.
    const guessed = of(events, 'rogue-server/store', 'none');
    expect(secretOf(guessed)).toMatch(/^[0-9a-f]{32}$/);
    expect(guessed.find(({ kind }) => kind === 'guess')!.text).toBe(secretOf(guessed));
  });

  test('tells the secrets where that is asked for', async () => {
    const events = await traced(['--with-secrets']);
    const hidden = of(events, 'rogue-server/store', 'encryption');
    expect(secretOf(hidden)).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(hidden)).toContain(`door code is ${secretOf(hidden)}`);
  });
});
