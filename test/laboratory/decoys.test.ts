import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { PARTS } from '../../src/defenses/index.js';
import { loadPlugins } from '../../src/laboratory/plugins.js';
import { DECOYS } from '../decoys/index.js';
import { attacksOf, column, openLaboratory } from '../support/laboratory.js';

const FOLDER = new URL('../decoys/', import.meta.url);

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

describe('the referee catches', () => {
  test('every decoy in the folder, for each is on the list', () => {
    const files = readdirSync(FOLDER)
      .filter((file) => file !== 'index.ts')
      .map((file) => file.replace('.ts', ''));
    expect(DECOYS.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  test.each(DECOYS)('$id by $caughtBy', async ({ id, twin, caughtBy }) => {
    const plugin = await loadPlugins([fileURLToPath(new URL(`${id}.ts`, FOLDER))]);
    const { matrix } = await laboratory.fight([twin, id], {
      attacks: attacksOf(caughtBy),
      parts: [...PARTS, ...plugin.parts],
    });
    expect(matrix.controls.filter(({ kind }) => kind === 'benign').map(({ outcome }) => outcome)).toEqual([
      'passed',
      'passed',
    ]);
    expect(column(matrix, twin)).toEqual({ [caughtBy]: 'defeated' });
    expect(column(matrix, id)).toEqual({ [caughtBy]: 'breached' });
  });
});
