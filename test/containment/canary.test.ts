import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertCanary, sings } from '../../src/containment/canary.js';

const canary = { file: 'canary', nonce: 'n0nce' };
let root: string;
let directory: string;
const put = (name: string, text: string) => writeFileSync(join(directory, name), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'canary-test-'));
  directory = join(root, 'canary');
  mkdirSync(directory);
  writeFileSync(join(root, 'elsewhere'), canary.nonce);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the canary sings', () => {
  it('for exactly one file of the exact name that holds exactly the nonce', () => {
    put('canary', 'n0nce');
    expect(sings(directory, canary)).toBe(true);
  });

  const silent: [string, () => void][] = [
    ['in an empty directory', () => undefined],
    ['under another name', () => put('Canary', 'n0nce')],
    ['with another nonce', () => put('canary', 'other')],
    ['with an empty file', () => put('canary', '')],
    ['with half of the nonce', () => put('canary', 'n0')],
    ['with more than the nonce', () => put('canary', 'n0nce\n')],
    // Several names, because a directory lists its files in an order of its own.
    ...['a', 'b', 'e', 'z', '.x', '00'].map((second): [string, () => void] => [
      `beside a file ${second}`,
      () => ['canary', second].forEach((name) => void put(name, 'n0nce')),
    ]),
    ['as a directory', () => mkdirSync(join(directory, 'canary'))],
    [
      'as a symbolic link to the nonce',
      () => symlinkSync(join(root, 'elsewhere'), join(directory, 'canary')),
    ],
    ['as a hard link to the nonce', () => linkSync(join(root, 'elsewhere'), join(directory, 'canary'))],
  ];
  it.each(silent)('not %s', (_, prepare) => {
    prepare();
    expect(sings(directory, canary)).toBe(false);
  });
});

describe('a canary', () => {
  it.each(['canary', 'a', 'canary-01.txt', '_x'])('may be called %j', (file) => {
    expect(() => assertCanary({ file, nonce: 'x' })).not.toThrow();
  });

  it.each(['', '.', '..', '../x', 'a/b', '/etc/x', '.hidden', 'a\\b', 'a\0', 'a b'])(
    'may not be called %j',
    (file) => {
      expect(() => assertCanary({ file, nonce: 'x' })).toThrow(TypeError);
    },
  );

  it('needs a nonce, which an empty file would otherwise prove', () => {
    expect(() => assertCanary({ file: 'canary', nonce: '' })).toThrow(TypeError);
  });
});
