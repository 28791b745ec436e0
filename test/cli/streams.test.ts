import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { speaksUtf8 } from '../../src/cli/locale.js';
import { progressOn } from '../../src/cli/progress.js';
import { lookOf } from '../../src/cli/terminal.js';
import { BIN, mallory } from './mallory.js';

const FEW = ['matrix', '--scenario', 'insider', '--defense', 'signature'];

describe('standard output', () => {
  test('carries the data and nothing else; a pipe gets no colour and no progress', async () => {
    const { code, stdout, stderr } = await mallory(FEW);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('✓ defeated');
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test('may be closed by its reader: nobody is told, and nothing is left', async () => {
    const line = `"${process.execPath}" "${BIN}" matrix --scenario insider --format csv | head -1`;
    const { code, stdout, stderr, left } = await mallory(['-o', 'pipefail', '-c', line], {
      command: ['bash'],
    });
    expect({ code, stderr, left }).toEqual({ code: 0, stderr: '', left: [] });
    expect(stdout).toMatch(/^attack,scenario,[^\n]+\n$/);
  });

  test('closed before anything was written is no fault either', async () => {
    const line = `"${process.execPath}" "${BIN}" ${FEW.join(' ')} | true; echo "\${PIPESTATUS[0]}"`;
    expect(await mallory(['-c', line], { command: ['bash'] })).toMatchObject({
      stdout: '0\n',
      stderr: '',
      left: [],
    });
  });

  test.skipIf(!existsSync('/dev/full'))('that cannot be written ends with 3 and one line', async () => {
    const line = `"${process.execPath}" "${BIN}" ${FEW.join(' ')} > /dev/full`;
    const { code, stderr } = await mallory(['-c', line], { command: ['bash'] });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^mallory: cannot write to standard output: ENOSPC[^\n]*\n$/);
  });

  test('is ASCII where the locale is not UTF-8', async () => {
    for (const env of [{ LC_ALL: 'C' }, { LC_ALL: '', LC_CTYPE: 'fr_FR.ISO-8859-1', LANG: 'fr_FR.UTF-8' }]) {
      const { code, stdout } = await mallory(['scenario', 'insider', '--defense', 'signature'], { env });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^[\x0a\x20-\x7e]+$/);
    }
  });

  test('is coloured by force, and by NO_COLOR not even then', async () => {
    const coloured = async (env: Record<string, string>): Promise<boolean> =>
      (await mallory(FEW, { env })).stdout.includes('\u001b[');
    expect(await coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured({ FORCE_COLOR: '0' })).toBe(false);
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });
});

describe('the look of a terminal', () => {
  const tty = { isTTY: true, columns: 120 };

  test('is as wide as it is, and a pipe 80 columns', () => {
    expect(lookOf(tty, {}).width).toBe(120);
    expect(lookOf({ isTTY: false, columns: 120 }, {}).width).toBe(80);
    expect(lookOf({ isTTY: true, columns: 0 }, {}).width).toBe(80);
    expect(lookOf({ isTTY: false, columns: 0 }, { COLUMNS: '132' }).width).toBe(132);
    expect(lookOf({ isTTY: false, columns: 0 }, { COLUMNS: 'many' }).width).toBe(80);
  });

  test.each([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: 'false' }, false],
    [{ TERM: 'dumb' }, false],
  ])('has colour with %j: %s', (environment, colour) => {
    expect(lookOf(tty, environment).colour).toBe(colour);
    expect(lookOf({ isTTY: false, columns: 80 }, environment).colour).toBe(false);
  });

  test.each([
    [{ LANG: 'en_US.UTF-8' }, true],
    [{ LANG: 'fr_FR.utf8' }, true],
    [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
    [{ LC_ALL: '', LC_CTYPE: 'C.UTF-8', LANG: 'C' }, true],
    [{}, false],
  ])('speaks UTF-8 under %j: %s', (environment, spoken) => {
    expect(speaksUtf8(environment, 'linux')).toBe(spoken);
  });
});

describe('progress', () => {
  const written = (isTTY: boolean, quiet: boolean): string => {
    let all = '';
    const write = (text: string): void => {
      all += text;
    };
    const progress = progressOn({ isTTY, write } as never, quiet);
    progress.count(1, 2);
    progress.count(2, 2);
    progress.end();
    return all;
  };

  test('is one line on a terminal, wiped at the end', () => {
    expect(written(true, false)).toBe('\rmallory: 1 of 2 cells\rmallory: 2 of 2 cells\r\u001b[K');
  });

  test('is nothing on a pipe and under --quiet', () => {
    expect(written(false, false)).toBe('');
    expect(written(true, true)).toBe('');
  });
});
