import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { DECOYS, FOUND_TWICE } from '../decoys/index.js';
import { fightDecoy } from '../gauntlet.js';
import { openLaboratory } from '../support/laboratory.js';

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

  test.each([...DECOYS, ...FOUND_TWICE])('$id by $caughtBy', async (decoy) => {
    const { benign, ...fought } = await fightDecoy(decoy, laboratory);
    expect(benign).toEqual(['passed', 'passed']);
    const { soundly = 'defeated' } = decoy;
    expect(fought).toMatchObject({ twin: { verdict: soundly }, decoy: { verdict: 'breached' } });
  });
});
