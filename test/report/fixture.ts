import { drawFrom } from '../../src/model/draw.js';
import type { AttackResult, ControlResult, Matrix, TrialResult } from '../../src/model/results.js';
import { VERDICTS } from '../../src/model/verdict.js';
import type { Look } from '../../src/report/look.js';
import { inAscii, TEXTS } from '../../src/report/texts/index.js';

export const TERMINAL: Look = { width: 80, unicode: true, colour: false, texts: TEXTS.en };
export const PLAIN: Look = { ...TERMINAL, unicode: false, texts: inAscii(TEXTS.en) };

/** Seven defenses: what fits 80 columns with their names. */
export const SEVEN = ['none', 'encryption', 'mac', 'fernet', 'ttl', 'signature', 'codec'] as const;

/** The first grid's twenty attacks. */
const NAMES = [
  'log-sniffer/relay-log',
  'log-sniffer/ghost-subscriber',
  'log-sniffer/wire',
  'log-sniffer/endpoint-log',
  ...[
    'store',
    'rewrite',
    'bit-flip',
    'forge',
    're-attribute',
    'reflect',
    'duplicate',
    'drop',
    'reorder',
    'delay',
  ].map((name) => `rogue-server/${name}`),
  'replay/now',
  'replay/within-ttl',
  'replay/after-ttl',
  'deserialization/server',
  'deserialization/client',
  'insider/forge',
];

const attackOf = (id: string): AttackResult => ({
  id,
  scenario: id.split('/')[0]!,
  position: 'relay',
  property: 'integrity',
  cwe: [345],
  title: `The title of ${id}`,
});

/** A matrix made by hand: the verdicts are drawn, so that a transposed cell shows. */
export function madeMatrix(
  names: readonly string[] = NAMES,
  defenses: readonly string[] = SEVEN,
  seed = 7,
): Matrix {
  const draw = drawFrom(seed);
  const attacks = names.map(attackOf);
  const columns = defenses.map((id) => ({
    id,
    parts: [id],
    title: `The title of ${id}`,
    protects: 'some',
    leavesOpen: 'the rest',
  }));
  const trials = attacks.flatMap((attack) =>
    columns.map(
      (defense): TrialResult => ({
        attack: attack.id,
        defense: defense.id,
        verdict: draw.of(VERDICTS),
        tactic: 'whole-first',
        code: 'bad-mac',
        part: 'mac',
        evidence: ['relay#12', 'bob#7'],
        because: `because of ${attack.id} and ${defense.id}`,
        stoppedBy: null,
        ms: 4.2,
      }),
    ),
  );
  const controls: ControlResult[] = [
    ...columns.map(
      ({ id }): ControlResult => ({ kind: 'benign', of: id, outcome: 'passed', because: 'all came' }),
    ),
    ...attacks.map(
      ({ id }): ControlResult => ({
        kind: 'positive',
        of: id,
        against: 'none',
        outcome: 'passed',
        because: 'worked',
      }),
    ),
  ];
  const prices = columns.map(({ id }) => ({
    defense: id,
    skewed: { refused: id === 'ttl' ? 3 : 0, of: 24 },
    stored: { refused: id === 'ttl' ? 12 : 0, of: 12 },
  }));
  return {
    schema: 'mallory/matrix/v1',
    version: '0.1.0',
    seed: 1,
    containment: 'process + permissions',
    attacks,
    defenses: columns,
    controls,
    trials,
    prices,
  };
}

/** What an attacker would love to have printed. */
export const HOSTILE = [
  '\u001b[2J\u001b]0;owned\u0007',
  'a\r\nb\tc',
  '\u202egnp.exe\u2066',
  'ze\u200bro',
  '=HYPERLINK("http://x","y")',
  '@SUM(1)',
  '-1+1',
  '<img src=x onerror=alert(1)>',
  '| cell | \\| `code` [x](javascript:1) **b** _i_ #1 @me https://x.y',
  '\\input{/etc/passwd} $x$ & % # _ ^ ~ {',
  'end',
  'A->>B: x; %%{init: {}}%%\n```',
  'Zoé «œuvre» 漢字 аlice 👩‍💻',
  '"quoted", \'single\'',
  ']--(',
  '\ud800 lone',
];

/** The same, with hostile text wherever a plugin or an attacker has a say. */
export const hostileMatrix = (): Matrix => {
  const matrix = madeMatrix(['evil/a', 'evil/b'], HOSTILE);
  const evil = (text: string, n: number): string => `${text}${HOSTILE[n % HOSTILE.length]}`;
  return {
    ...matrix,
    containment: HOSTILE.join(''),
    trials: matrix.trials.map((trial, n) => ({
      ...trial,
      because: evil('', n),
      tactic: evil('', n + 3),
      part: evil('', n + 5),
      evidence: [evil('', n + 7)],
    })),
    controls: matrix.controls.map((control, n) => ({
      ...control,
      outcome: n % 2 ? 'failed' : 'passed',
      because: evil('', n),
    })),
  };
};
