import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Advice } from '../../src/model/results.js';
import { mallory, ROOT } from './mallory.js';

/** A planted flaw, compiled: signatures that nobody checks. */
const DECOY = join(ROOT, 'dist', 'test', 'decoys', 'signature-unchecked.js');

/** Real milliseconds for two searches, on a machine that has much else to do. */
const PATIENCE = 120_000;

const asked = async (...more: string[]): Promise<Advice> => {
  const ended = await mallory(['advise', '--against', 're-attribute', '--format', 'json', ...more]);
  expect(ended).toMatchObject({ code: 0, stderr: '', left: [] });
  return JSON.parse(ended.stdout);
};

test(
  'a decoy in the place of the signature changes the advice, on the command line too',
  async () => {
    const [sound, fooled] = [await asked(), await asked('--plugin', DECOY)];
    expect(sound.complete && fooled.complete).toBe(true);
    expect(sound.stacks.map(({ defense }) => defense).sort()).toEqual(['epoch', 'signature']);
    expect(fooled.stacks.map(({ defense }) => defense)).toEqual(['epoch']);
  },
  PATIENCE,
);
