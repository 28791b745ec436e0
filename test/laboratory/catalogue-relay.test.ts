import { afterAll, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { column, openLaboratory } from '../support/laboratory.js';
import { THOROUGH } from '../support/thorough.js';

const DEFENSES = [
  'none',
  'encryption',
  'mac',
  'fernet',
  'ttl',
  'signature',
  'codec',
  'bound',
  'pad',
  'sequence',
  'transcript',
];

/** Derived on paper before they were measured: defense → verdict; what is not named is breached. */
const ROWS: Readonly<Record<string, Readonly<Record<string, 'defeated' | 'detected'>>>> = {
  'rogue-server/drop-tail': { transcript: 'detected' },
  'rogue-server/reorder-causal': { transcript: 'detected' },
  // A counter shows a gap in the middle, and nothing where an author's last word is missing.
  'rogue-server/equivocate-omission': { transcript: 'detected' },
  'rogue-server/equivocate-order': { transcript: 'detected' },
  'rogue-server/equivocate-content': {
    mac: 'defeated',
    fernet: 'defeated',
    ttl: 'defeated',
    signature: 'defeated',
    bound: 'defeated',
    pad: 'defeated',
    sequence: 'defeated',
    transcript: 'defeated',
  },
  // All members are shown the same copies in the same place: their views agree, whoever has restarted.
  'replay/after-restart': {},
  'replay/late-joiner': { ttl: 'defeated' },
  'replay/skewed-clock': { sequence: 'defeated' },
};

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

test.each(THOROUGH ? [1, 7] : [1])(
  'the relay and replay rows of the catalogue come out as derived, for seed %i',
  async (seed) => {
    const attacks = ATTACKS.filter(({ id }) => id in ROWS);
    expect(attacks).toHaveLength(Object.keys(ROWS).length);
    const { matrix } = await laboratory.fight(DEFENSES, { seed, attacks });
    expect(matrix.controls.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    for (const defense of DEFENSES)
      expect({ [defense]: column(matrix, defense) }).toEqual({
        [defense]: Object.fromEntries(attacks.map(({ id }) => [id, ROWS[id]![defense] ?? 'breached'])),
      });
  },
  60_000,
);
