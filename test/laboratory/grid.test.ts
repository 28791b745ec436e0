import { afterAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { DEFENSES } from '../../src/defenses/index.js';
import { openLaboratory } from '../support/laboratory.js';
import { THOROUGH } from '../support/thorough.js';

/**
 * The grid as it was derived on paper from the definitions of attacks and parts, before it was first measured:
 * for each attack the defenses that defeat it. Every other cell is a breach.
 */
const DEFEATED_BY: Readonly<Record<string, readonly string[]>> = {
  'log-sniffer/relay-log': ['encryption', 'fernet', 'ttl'],
  'log-sniffer/ghost-subscriber': ['encryption', 'fernet', 'ttl'],
  'log-sniffer/wire': ['encryption', 'fernet', 'ttl'],
  'log-sniffer/endpoint-log': [],
  'rogue-server/store': ['encryption', 'fernet', 'ttl'],
  'rogue-server/rewrite': ['mac', 'fernet', 'ttl', 'signature'],
  'rogue-server/bit-flip': ['mac', 'fernet', 'ttl', 'signature'],
  'rogue-server/forge': ['mac', 'fernet', 'ttl', 'signature'],
  'rogue-server/re-attribute': ['signature'],
  'rogue-server/reflect': ['signature'],
  'rogue-server/duplicate': [],
  'rogue-server/drop': [],
  'rogue-server/reorder': [],
  'rogue-server/delay': ['ttl'],
  'replay/now': [],
  'replay/within-ttl': [],
  'replay/after-ttl': ['ttl'],
  'deserialization/server': ['codec'],
  'deserialization/client': ['codec'],
  'insider/forge': ['signature'],
};

const SEEDS = THOROUGH ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 4_294_967_295] : [1, 4_294_967_295];

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

describe('the default grid', () => {
  test('has the rows that were derived on paper', () => {
    expect(ATTACKS.map(({ id }) => id)).toEqual(Object.keys(DEFEATED_BY));
  });

  test.each(SEEDS)(
    'comes out as derived on paper, with all controls passed, for seed %i',
    async (seed) => {
      const { matrix } = await laboratory.fight(DEFENSES, { seed });
      expect(matrix.controls.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      expect(matrix.controls).toHaveLength(DEFENSES.length + ATTACKS.length);
      expect(matrix.trials).toHaveLength(ATTACKS.length * DEFENSES.length);
      const measured = matrix.trials.map(({ attack, defense, verdict }) => `${attack} ${defense} ${verdict}`);
      const expected = ATTACKS.flatMap(({ id }) =>
        DEFENSES.map(
          (defense) => `${id} ${defense} ${DEFEATED_BY[id]!.includes(defense) ? 'defeated' : 'breached'}`,
        ),
      );
      expect(measured).toEqual(expected);
    },
    60_000,
  );
});
