import { afterAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { openLaboratory } from '../support/laboratory.js';

const laboratory = openLaboratory();
afterAll(() => laboratory.close());
const nonceReuse = ATTACKS.find(({ id }) => id === 'crypto/nonce-reuse')!;

describe('an attack that has nothing to break in the undefended chat', () => {
  test('has its positive control against the variant that it names, which is no column', async () => {
    const { matrix } = await laboratory.fight(['encryption', 'fernet'], { attacks: [nonceReuse] });
    expect(matrix.controls.find(({ kind }) => kind === 'positive')).toMatchObject({
      of: 'crypto/nonce-reuse',
      against: 'encryption-fixed-iv',
      outcome: 'passed',
    });
    expect(matrix.defenses.map(({ id }) => id)).toEqual(['encryption', 'fernet']);
    expect(matrix.trials.map(({ defense, verdict }) => [defense, verdict])).toEqual([
      ['encryption', 'defeated'],
      ['fernet', 'not-applicable'],
    ]);
  });

  test('loses its row where the variant withstands it: then the attack proves nothing', async () => {
    const blunt = { ...nonceReuse, against: 'mac-prefix' };
    const { matrix } = await laboratory.fight(['encryption'], { attacks: [blunt] });
    expect(matrix.controls.find(({ kind }) => kind === 'positive')!.outcome).toBe('failed');
    expect(matrix.trials.map(({ verdict }) => verdict)).toEqual(['inconclusive']);
  });

  test('is not fought where nobody has the variant', async () => {
    const lost = laboratory.fight(['encryption'], {
      attacks: [{ ...nonceReuse, against: 'no-such-variant' }],
    });
    await expect(lost).rejects.toThrow(/no-such-variant/);
  });
});
