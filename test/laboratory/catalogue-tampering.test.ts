import { afterAll, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import type { Verdict } from '../../src/model/verdict.js';
import { column, openLaboratory } from '../support/laboratory.js';

const COLUMNS = [
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
  'limits+signature',
  'fernet+transcript',
  'full',
  'epoch',
  'encryption-optional',
  'signature-body-only',
  'signature-frame-key',
  'signature-first-use',
  'tls-unverified',
] as const;
type Column = (typeof COLUMNS)[number];

type Row = { readonly [V in Verdict]?: readonly Column[] };

/** Where every message is signed over its room and author under a pinned key. */
const SIGNED = ['signature', 'transcript', 'limits+signature', 'fernet+transcript', 'full'] as const;
const COMPARED = ['transcript', 'fernet+transcript', 'full'] as const;
const UNSEALED = ['none', 'codec', 'limits', 'log-redaction', 'tls', 'tls-unverified'] as const;
/** Where the bodies are under a check that takes a key. */
const AUTHENTIC = ['mac', 'fernet', 'ttl', 'bound', 'sequence', 'pad'] as const;

/** Derived on paper before they were measured; what stands in no list is breached. */
const ROWS: Readonly<Record<string, Row>> = {
  // The frame's key fits whoever signed, but the room is under the signature; of the body alone it is not.
  'rogue-server/cross-room': {
    defeated: [...SIGNED, 'bound', 'sequence', 'epoch', 'signature-frame-key', 'signature-first-use'],
  },
  // Nothing arrives that could be refused: only who expects an echo or a sign of life notices.
  'rogue-server/blackhole': { detected: COMPARED },
  'rogue-server/substitute-key': {
    defeated: [...SIGNED, 'epoch', 'signature-body-only'],
    'not-applicable': [...UNSEALED, ...AUTHENTIC, 'encryption', 'encryption-optional'],
  },
  // No part vouches for the salt; heartbeats, which need no group key to be read, count what Carol lacks.
  'rogue-server/substitute-salt': {
    detected: ['fernet+transcript'],
    'not-applicable': [
      ...UNSEALED,
      'signature',
      'transcript',
      'limits+signature',
      'full',
      'epoch',
      'signature-body-only',
      'signature-frame-key',
      'signature-first-use',
    ],
  },
  'rogue-server/downgrade': {
    defeated: [
      ...SIGNED,
      ...AUTHENTIC,
      'encryption',
      'epoch',
      'signature-body-only',
      'signature-frame-key',
      'signature-first-use',
    ],
    'not-applicable': UNSEALED,
  },
  // A nick bound to its connection stops a member who is not the relay, whoever sealed the words.
  'insider/rewrap': { defeated: [...SIGNED, 'limits', 'signature-first-use'] },
  // A free nick is anybody's, unless it must be proved; a first key of a new name is believed.
  'insider/homoglyph': { defeated: [...SIGNED, 'signature-body-only'] },
  'insider/two-versions': { detected: COMPARED },
  // The network is not the relay: between the two ends, TLS is enough where somebody looks at the certificate.
  'network/rewrite': {
    defeated: [...SIGNED, ...AUTHENTIC, 'tls', 'epoch', 'signature-body-only', 'signature-first-use'],
  },
};

const verdictOf = (row: Row, column: Column): string =>
  Object.entries(row).find(([, columns]) => columns.includes(column))?.[0] ?? 'breached';

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

test.each([1])(
  'the rows of those who stand between, and of members, come out as derived, for seed %i',
  async (seed) => {
    const attacks = ATTACKS.filter(({ id }) => id in ROWS);
    expect(attacks).toHaveLength(Object.keys(ROWS).length);
    const { matrix } = await laboratory.fight(COLUMNS, { seed, attacks });
    expect(matrix.controls.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    for (const defense of COLUMNS) {
      const id = matrix.defenses[COLUMNS.indexOf(defense)]!.id;
      expect({ [defense]: column(matrix, id) }).toEqual({
        [defense]: Object.fromEntries(attacks.map(({ id }) => [id, verdictOf(ROWS[id]!, defense)])),
      });
    }
  },
  120_000,
);
