import { afterAll, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import type { WireFormat } from '../../src/model/wire-format.js';
import { column, openLaboratory } from '../support/laboratory.js';

const DEFENSES = [
  'none',
  'encryption',
  'mac',
  'fernet',
  'ttl',
  'signature',
  'bound',
  'sequence',
  'pad',
  'codec',
  'limits',
  'log-redaction',
  'tls',
  'transcript',
  'epoch',
  'full',
] as const;

/** Derived on paper before they were measured: defense → verdict; what is not named is breached. */
const ROWS: Readonly<Record<string, Readonly<Record<string, 'defeated' | 'not-applicable'>>>> = {
  // Within an epoch there is one key, and a theft has it: that would take a ratchet. Under TLS the session's secrets
  // are stolen with the device, and Node renews them never.
  'key-theft/archive': {},
  // A relay that knows its members withholds; a key that changes when somebody leaves needs no such relay.
  'key-theft/ex-member': { limits: 'defeated', epoch: 'defeated', full: 'defeated' },
  // Only where a key changes at all, and is wrapped for what the thief cannot have.
  'key-theft/after-heal': { epoch: 'defeated', full: 'defeated' },
  // Where no receiver counts there is nothing to push; where a group's key vouches for the number, any member can.
  'insider/counter-jump': {
    ...Object.fromEntries(
      DEFENSES.filter((id) => id !== 'sequence' && id !== 'full').map((id) => [
        id,
        'not-applicable' as const,
      ]),
    ),
    full: 'defeated',
  },
};

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

test.each([1])(
  'the rows of stolen keys and jumped counters come out as derived, for seed %i',
  async (seed) => {
    const attacks = ATTACKS.filter(({ id }) => id in ROWS);
    expect(attacks).toHaveLength(Object.keys(ROWS).length);
    const { matrix } = await laboratory.fight(DEFENSES, { seed, attacks, abreast: 2 });
    expect(matrix.controls.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    for (const defense of DEFENSES)
      expect({ [defense]: column(matrix, defense) }).toEqual({
        [defense]: Object.fromEntries(attacks.map(({ id }) => [id, ROWS[id]![defense] ?? 'breached'])),
      });
  },
  120_000,
);

const NOTHING_SEALED = { version: 1, suite: 'none', codec: 'reviving', envelopes: [] } as const;
const one = (name: string) => ATTACKS.find(({ id }) => id === name)!;
const JUMP = one('insider/counter-jump');

test.each([
  ['fresh-words', 'bad-signature'],
  ['signed-words', 'counter-mismatch'],
  ['last-number', 'bad-signature'],
])(
  'the counter jump %s is stopped where words and number are signed together, and in full',
  async (name, code) => {
    // In the positive control nobody signs: there the words must be her own.
    const wanted = (suite: string): string => (suite.includes('signature') ? name : 'fresh-words');
    const tactics = (wire: WireFormat) => JUMP.tactics(wire).filter(({ id }) => id === wanted(wire.suite));
    const attacks = [{ ...JUMP, tactics }];
    const { matrix } = await laboratory.fight(['signature+sequence', 'full'], { attacks });
    expect(matrix.trials.map(({ tactic, verdict }) => [tactic, verdict])).toEqual([
      [name, 'defeated'],
      [name, 'defeated'],
    ]);
    expect(matrix.trials[0]!.code).toBe(code);
  },
);

test('what a theft opens is of its own epoch: of an earlier one nothing, in full and under epoch alone', async () => {
  const archive = one('key-theft/archive');
  const [earlier] = archive.tactics(NOTHING_SEALED);
  const attacks = [{ ...archive, tactics: () => [earlier!] }];
  const { matrix } = await laboratory.fight(['fernet', 'tls', 'epoch', 'full'], { attacks });
  expect(column(matrix, 'fernet')).toEqual({ 'key-theft/archive': 'breached' });
  expect(column(matrix, 'tls')).toEqual({ 'key-theft/archive': 'breached' });
  expect(column(matrix, 'epoch')).toEqual({ 'key-theft/archive': 'defeated' });
  expect(column(matrix, 'full')).toEqual({ 'key-theft/archive': 'defeated' });
});
