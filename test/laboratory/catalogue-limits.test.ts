import { afterAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { PARTS } from '../../src/defenses/index.js';
import { attacksOf, openLaboratory } from '../support/laboratory.js';

const COLUMNS = [
  'none',
  'encryption',
  'mac',
  'fernet',
  'ttl',
  'signature',
  'codec',
  'limits',
  'log-redaction',
  'tls',
  'pad',
  'signature+limits',
  'expiry-only',
  'log-encryption',
  'tls-unverified',
] as const;
type Column = (typeof COLUMNS)[number];

const LIMITS = ['limits', 'signature+limits'] as const;

/**
 * The rows as they were derived on paper from the definitions of attacks and parts, before they were first measured:
 * for each attack the defenses that defeat it. Every other cell is a breach.
 */
const DEFEATED_BY: Readonly<Record<string, readonly Column[]>> = {
  // The size of a ciphertext is that of its text; a log without words keeps the size.
  'log-sniffer/length': ['pad'],
  // Whatever seals the body leaves author and room in the header, where the relay reads them to log them.
  'log-sniffer/metadata': ['log-redaction'],
  // A tap that only listens learns nothing even where nobody verified whom they talk to.
  'log-sniffer/wire-metadata': ['tls', 'tls-unverified'],
  'flood/join': LIMITS,
  // Expiry comes a heartbeat later than the flood: the burst passes it.
  'flood/leaked-sessions': LIMITS,
  'flood/slow-reader': LIMITS,
  // The strict codec brings a cap that the WebSocket library applies before buffering, and while inflating.
  'flood/oversize': ['codec', ...LIMITS],
  'flood/compressed': ['codec', ...LIMITS],
  // Bound to its connection, a nick belongs to whoever comes first; only Alice's key says that it is hers.
  'session/squat': ['signature+limits'],
  'session/force-leave': LIMITS,
  'session/log-injection': ['codec', 'log-redaction', ...LIMITS],
};

const SEEDS = [1];

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

describe('the rows of flood, session and metadata', () => {
  test.each(SEEDS)(
    'come out as derived on paper, with all controls passed, for seed %i',
    async (seed) => {
      const attacks = ATTACKS.filter(({ id }) => id in DEFEATED_BY);
      expect(attacks.map(({ id }) => id).sort()).toEqual(Object.keys(DEFEATED_BY).sort());
      const parts = PARTS;
      // One after another: a flood beside a flood takes the processor that the watchdog counts on.
      const { matrix } = await laboratory.fight(COLUMNS, { seed, attacks, parts, abreast: 1 });
      expect(matrix.controls.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      const measured = matrix.trials.map(({ attack, defense, verdict }) => `${attack} ${defense} ${verdict}`);
      const expected = attacks.flatMap(({ id }) =>
        COLUMNS.map(
          (column) => `${id} ${column} ${DEFEATED_BY[id]!.includes(column) ? 'defeated' : 'breached'}`,
        ),
      );
      expect(measured).toEqual(expected);
    },
    60_000,
  );
});

test('a log encrypted with a key that lies beside it tells whoever reads both', async () => {
  const attacks = attacksOf('log-sniffer/relay-log');
  const parts = PARTS;
  const { matrix } = await laboratory.fight(['none', 'log-encryption', 'log-redaction'], { attacks, parts });
  expect(matrix.trials.map(({ verdict }) => verdict)).toEqual(['breached', 'breached', 'defeated']);
});
