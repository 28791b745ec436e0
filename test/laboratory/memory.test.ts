import { afterAll, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { column, openLaboratory } from '../support/laboratory.js';

const SECRECY = [
  'log-sniffer/relay-log',
  'log-sniffer/ghost-subscriber',
  'log-sniffer/wire',
  'rogue-server/store',
];
const INTEGRITY = ['rogue-server/rewrite', 'rogue-server/bit-flip', 'rogue-server/forge'];
const AUTHOR = ['rogue-server/re-attribute', 'rogue-server/reflect'];
const COPIES = ['rogue-server/duplicate', 'replay/now', 'replay/within-ttl', 'replay/after-ttl'];

/** Derived on paper before they were measured; what stands in neither list is breached. */
const COLUMNS: Readonly<Record<string, { defeats: readonly string[]; detects: readonly string[] }>> = {
  bound: { defeats: [...SECRECY, ...INTEGRITY, ...AUTHOR], detects: [] },
  pad: { defeats: [...SECRECY, ...INTEGRITY], detects: [] },
  sequence: {
    defeats: [...SECRECY, ...INTEGRITY, ...AUTHOR, ...COPIES, 'rogue-server/reorder'],
    detects: ['rogue-server/drop'],
  },
  // The relay's own copies differ from what others saw; a stranger's copy reaches all members alike.
  transcript: {
    defeats: [...INTEGRITY, ...AUTHOR, 'insider/forge'],
    detects: ['rogue-server/duplicate', 'rogue-server/drop', 'rogue-server/reorder'],
  },
  'ttl+signature+sequence': {
    defeats: [
      ...SECRECY,
      ...INTEGRITY,
      ...AUTHOR,
      ...COPIES,
      'rogue-server/reorder',
      'rogue-server/delay',
      'insider/forge',
    ],
    detects: ['rogue-server/drop'],
  },
};

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

const ROWS = ATTACKS.filter(({ property }) => property !== 'execution-safety');

test.each([7])(
  'parts with a memory come out as derived on paper, for seed %i',
  async (seed) => {
    const { matrix } = await laboratory.fight(Object.keys(COLUMNS), { seed, attacks: ROWS });
    expect(matrix.controls.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    for (const [defense, { defeats, detects }] of Object.entries(COLUMNS)) {
      const verdict = (id: string): string =>
        defeats.includes(id) ? 'defeated' : detects.includes(id) ? 'detected' : 'breached';
      expect({ [defense]: column(matrix, defense) }).toEqual({
        [defense]: Object.fromEntries(ROWS.map(({ id }) => [id, verdict(id)])),
      });
    }
  },
  60_000,
);
