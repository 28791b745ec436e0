import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { password } from '../../scenarios/password.js';
import { fight } from '../../src/arena/fight.js';
import { compose } from '../../src/defenses/compose.js';
import { fernet } from '../../src/defenses/fernet.js';
import { PARTS } from '../../src/defenses/index.js';
import { testedIn } from '../../src/laboratory/cell.js';
import { eventsOf } from '../../src/model/trace.js';
import type { Verdict } from '../../src/model/verdict.js';
import { judge } from '../../src/referee/judge.js';
import { bout, quickKeysmith } from '../support/bouts.js';
import { openLaboratory } from '../support/laboratory.js';

/**
 * Rows of the catalogue as they were derived on paper from the definitions of attacks and parts, before they were first
 * measured: for each attack the defenses that defeat it and those whose chat has no such mechanism (`-`). Every other
 * cell is a breach.
 */
const COLUMNS = [
  'none',
  'encryption',
  'mac',
  'fernet',
  'ttl',
  'signature',
  'codec',
  'encryption-cbc',
  'encryption-fixed-iv',
  'mac-prefix',
  'password-sha256',
] as const;
type Column = (typeof COLUMNS)[number];
interface Row {
  readonly defeated?: readonly Column[];
  readonly absent?: readonly Column[];
  readonly unmeasured?: readonly Column[];
}

const NO_MAC = COLUMNS.filter((id) => id !== 'mac' && id !== 'mac-prefix');
const NO_CBC = COLUMNS.filter((id) => !['fernet', 'ttl', 'encryption-cbc', 'password-sha256'].includes(id));
const NO_KEYSTREAM = COLUMNS.filter((id) => id !== 'encryption' && id !== 'encryption-fixed-iv');

const ROWS: Readonly<Record<string, Row>> = {
  // A Fernet token has CBC padding, but its HMAC is checked first, and no mutation passes it.
  'crypto/padding-oracle': { defeated: ['fernet', 'ttl', 'password-sha256'], absent: NO_CBC },
  'crypto/nonce-reuse': { defeated: ['encryption'], absent: NO_KEYSTREAM },
  'crypto/length-extension': { defeated: ['mac'], absent: NO_MAC },
  // Whoever remembers nothing takes the copy however it is spelt, unless he reads one spelling only.
  'replay/re-encoded': { defeated: ['codec'] },
  // Under every group password: stretching makes eight guesses take a second and a half.
  'password/dictionary': { absent: ['none', 'signature', 'codec'] },
  // Under unauthenticated CBC a forger of eight blocks would need some 28 000 answers of the oracle: not within five
  // seconds, so that this one cell stays open. The keystreams are steered, the prefixed hash is extended; a member needs no trick.
  'deserialization/inner-blind': {
    defeated: ['mac', 'fernet', 'ttl', 'signature', 'codec', 'password-sha256'],
    unmeasured: ['encryption-cbc'],
  },
  'deserialization/inner-insider': { defeated: ['codec'] },
  // Both reach the relay's decoder, which no cryptography on the body protects.
  'deserialization/prototype-pollution': { defeated: ['codec'] },
  'deserialization/bomb': { defeated: ['codec'] },
};

const SEEDS = [1];

const NOTHING_SEALED = { version: 1, suite: 'none', codec: 'reviving', envelopes: [] } as const;

const laboratory = openLaboratory();
afterAll(() => laboratory.close());

const verdictOf = ({ defeated, absent }: Row, column: Column): Verdict =>
  absent?.includes(column) ? 'not-applicable' : defeated?.includes(column) ? 'defeated' : 'breached';

describe('the rows of crypto, password, deserialization and re-encoded replay', () => {
  test.each(SEEDS)(
    'come out as derived on paper, with all controls passed, for seed %i',
    async (seed) => {
      const attacks = ATTACKS.filter(({ id }) => id in ROWS);
      expect(attacks.map(({ id }) => id).sort()).toEqual(Object.keys(ROWS).sort());
      const parts = PARTS;
      const { matrix } = await laboratory.fight(COLUMNS, { seed, attacks, parts });
      expect(matrix.controls.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      const measured = matrix.trials.map(({ attack, defense, verdict }) => `${attack} ${defense} ${verdict}`);
      const expected = attacks.flatMap(({ id }) =>
        COLUMNS.filter((column) => !ROWS[id]!.unmeasured?.includes(column)).map(
          (column) => `${id} ${column} ${verdictOf(ROWS[id]!, column)}`,
        ),
      );
      const open = (cell: string): boolean =>
        attacks.some(({ id }) => ROWS[id]!.unmeasured?.some((column) => cell.startsWith(`${id} ${column} `)));
      expect(measured.filter((cell) => !open(cell))).toEqual(expected);
    },
    60_000,
  );
});

describe('the padding oracle', () => {
  /** Fernet as it is, in a chat that answers every refusal as encryption-cbc does. */
  const answering = {
    ...fernet,
    id: 'fernet-answering',
    insteadOf: 'fernet',
    settings: { answersRefusals: true },
  };

  test('learns nothing from a Fernet that answers: every mutation fails the HMAC', async () => {
    const attacks = ATTACKS.filter(({ id }) => id === 'crypto/padding-oracle');
    const { matrix, cells } = await laboratory.fight([answering.id], {
      attacks,
      parts: [...PARTS, answering],
    });
    expect(matrix.trials.map(({ verdict }) => verdict)).toEqual(['defeated']);
    const trace = cells[0]!.decisive!.trace;
    const codes = eventsOf(trace, 'reject').map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(16);
    expect(new Set(codes)).toEqual(new Set(['bad-hmac']));
    const answers = eventsOf(trace, 'forward').filter(({ before }) => before.includes('"part":"refusal"'));
    expect(answers.length).toBeGreaterThanOrEqual(codes.length);
  });
});

describe('the decoder', () => {
  const attacks = ATTACKS.filter(({ id }) =>
    ['deserialization/prototype-pollution', 'deserialization/bomb'].includes(id),
  ).flatMap((attack) =>
    attack
      .tactics(NOTHING_SEALED)
      .map((tactic) => ({ ...attack, id: `${attack.id}-${tactic.id}`, tactics: () => [tactic] })),
  );

  test.each(attacks)('falls to $id alone, and the laboratory does not', async (attack) => {
    const { matrix } = await laboratory.fight(['none', 'codec'], { attacks: [attack] });
    expect(matrix.trials.map(({ verdict }) => verdict)).toEqual(['breached', 'defeated']);
    const untouched: Record<string, unknown> = {};
    expect([untouched.copyTo, untouched.copy]).toEqual([undefined, undefined]);
  });
});

describe('the dictionary', () => {
  const attack = ATTACKS.find(({ id }) => id === 'password/dictionary')!;
  const [tactic] = attack.tactics(NOTHING_SEALED);
  const stack = compose('fernet', PARTS);
  /** The word on the list is not what the members' keys come from: each look at it makes other ones. */
  const misleading = {
    password: 'sunshine1',
    get keysmith() {
      return quickKeysmith(randomUUID());
    },
  };

  test.each([
    [
      'finds the password that the members chose',
      [{ password: 'sunshine1', keysmith: quickKeysmith('a') }],
      'breached',
    ],
    ['says nothing where no word opens a message', [misleading], 'defeated'],
  ] as const)('%s', async (_, candidates, verdict) => {
    const keysmith = { ...quickKeysmith('b'), dictionary: async () => candidates };
    const trace = await fight({ ...bout(), stack, scenario: password, keysmith, attack, tactic: tactic! });
    expect(judge(attack, testedIn(stack), trace).verdict).toBe(verdict);
    expect(eventsOf(trace, 'guess').map(({ text }) => text)).toEqual([
      verdict === 'breached' ? 'sunshine1' : '',
    ]);
  });
});
