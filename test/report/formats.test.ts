import { describe, expect, test } from 'vitest';
import { DEFENSES } from '../../src/defenses/index.js';
import type { Matrix } from '../../src/model/results.js';
import { FORMATS, renderMatrix } from '../../src/report/index.js';
import { columns } from '../../src/report/look.js';
import {
  expected,
  parseCsv,
  readCsv,
  readJson,
  readLatex,
  readMarkdown,
  readSvg,
  readTable,
} from './cells.js';
import { HOSTILE, hostileMatrix, madeMatrix, PLAIN, TERMINAL } from './fixture.js';

const MATRICES: readonly [string, Matrix][] = [
  ['the first grid', madeMatrix()],
  ['fifteen defenses and a composition', madeMatrix(undefined, [...DEFENSES, 'fernet+signature+codec'])],
  ['hostile strings', hostileMatrix()],
];
const widest = (text: string): number => Math.max(...text.split('\n').map(columns));

describe.each(MATRICES)('%s', (_, matrix) => {
  test('every format says the same of every cell', () => {
    const truth = expected(matrix);
    expect(readJson(renderMatrix(matrix, 'json', TERMINAL))).toEqual(truth);
    expect(readCsv(renderMatrix(matrix, 'csv', TERMINAL), matrix)).toEqual(truth);
    expect(readMarkdown(renderMatrix(matrix, 'markdown', TERMINAL), matrix)).toEqual(truth);
    expect(readSvg(renderMatrix(matrix, 'svg', TERMINAL), matrix)).toEqual(truth);
    expect(readLatex(renderMatrix(matrix, 'latex', TERMINAL), matrix)).toEqual(truth);
    for (const width of [80, 130])
      for (const unicode of [true, false])
        expect(
          readTable(renderMatrix(matrix, 'table', { ...TERMINAL, width, unicode }), matrix, unicode),
        ).toEqual(truth);
  });

  test.each([60, 80, 130, 200])('the table stays within %i columns', (width) => {
    for (const unicode of [true, false])
      expect(widest(renderMatrix(matrix, 'table', { ...TERMINAL, width, unicode }))).toBeLessThanOrEqual(
        width,
      );
  });

  test('without Unicode the table is ASCII, borders too', () => {
    expect(renderMatrix(matrix, 'table', PLAIN)).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('no format lets a steering character through', () => {
    for (const format of FORMATS)
      expect(renderMatrix(matrix, format, TERMINAL).replace(/\r\n|\n/g, '')).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
      );
  });
});

test('seven defenses stand beside each other in one table of 80 columns', () => {
  const text = renderMatrix(madeMatrix(), 'table', TERMINAL);
  expect(text.match(/^ +none {2,}encryption/gm)).toHaveLength(1);
  expect(text).toMatch(/none +encryption +mac +fernet +ttl +signature +codec/);
});

test('fifteen defenses stand in one table of 80 columns, and a line says what their short heads mean', () => {
  const text = renderMatrix(madeMatrix(undefined, DEFENSES), 'table', TERMINAL);
  expect(text).toMatch(/^ +non enc mac fer ttl sig bou seq pad cod lim log tls tra ful$/m);
  for (const id of DEFENSES.filter((name) => name.length > 3))
    expect(text).toMatch(new RegExp(`\\b${id.slice(0, 3)} ${id}\\b`));
  expect(text).toMatch(/stored 45 s .* all /);
});

test('a wide terminal shows words beside the glyphs', () => {
  expect(renderMatrix(madeMatrix(), 'table', { ...TERMINAL, width: 200 })).toMatch(
    /relay-log +✗ breached +✗ breached/,
  );
});

test('colour is off unless asked for, and takes no column where it is on', () => {
  const plain = renderMatrix(madeMatrix(), 'table', TERMINAL);
  const coloured = renderMatrix(madeMatrix(), 'table', { ...TERMINAL, colour: true });
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[31m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('table and markdown count the verdicts and name the price of the TTL', () => {
  const matrix = madeMatrix();
  const breaches = matrix.defenses.map(
    ({ id }) => matrix.trials.filter((trial) => trial.defense === id && trial.verdict === 'breached').length,
  );
  expect(renderMatrix(matrix, 'table', TERMINAL)).toMatch(
    new RegExp(`✗ breached +${breaches.join(' +')}\\n`),
  );
  expect(renderMatrix(matrix, 'markdown', TERMINAL)).toContain(
    `| **✗ breached** | ${breaches.map((n) => `**${n}**`).join(' | ')} |`,
  );
  expect(renderMatrix(matrix, 'table', TERMINAL)).toMatch(
    /clock 20 s off +0 +0 +0 +0 +3\/24 +0 +0\n +stored 45 s +0 +0 +0 +0 +12\/12/,
  );
  expect(renderMatrix(matrix, 'latex', TERMINAL)).toContain('stored 45 s & 0 & 0 & 0 & 0 & all & 0 & 0 \\\\');
});

describe('the controls', () => {
  test('are counted where all passed', () => {
    expect(renderMatrix(madeMatrix(), 'table', TERMINAL)).toContain(
      'controls: 7 benign, 20 positive, all passed',
    );
  });

  test('are named, with the reason, where one failed', () => {
    const matrix = madeMatrix();
    const controls = matrix.controls.map((control, n) =>
      n === 2 ? { ...control, outcome: 'failed' as const, because: 'a message got lost' } : control,
    );
    for (const format of ['table', 'markdown'] as const) {
      const text = renderMatrix({ ...matrix, controls }, format, TERMINAL);
      expect(text).toContain('controls: 1 of 27 failed');
      expect(text).toContain('- benign control of mac: a message got lost');
    }
  });

  test('stand beside the inconclusive cells and their reasons', () => {
    const matrix = madeMatrix(['replay/now'], ['none']);
    const trials = matrix.trials.map((trial) => ({
      ...trial,
      verdict: 'inconclusive' as const,
      because: 'the watchdog fired',
    }));
    const text = renderMatrix({ ...matrix, trials }, 'table', TERMINAL);
    expect(text).toContain('inconclusive: 1\n  - replay/now against none: the watchdog fired');
  });
});

test('a trial that was not asked for leaves its cell empty', () => {
  const matrix = madeMatrix(['replay/now'], ['none', 'mac']);
  const text = renderMatrix({ ...matrix, trials: matrix.trials.slice(0, 1) }, 'markdown', TERMINAL);
  expect(text).toMatch(/\| `replay\/now` \| \S[^|]+ \| {2}\|/);
});

test('the CSV has one row a trial, with every column, and round-trips', () => {
  const made = madeMatrix();
  const [first, second, ...others] = made.trials;
  const trials = [{ ...first!, stoppedBy: [] }, { ...second!, stoppedBy: ['mac', 'ttl'] }, ...others];
  const matrix = { ...made, trials };
  const [head, ...rows] = parseCsv(renderMatrix(matrix, 'csv', TERMINAL));
  expect(head).toEqual([
    'attack',
    'scenario',
    'position',
    'property',
    'defense',
    'verdict',
    'tactic',
    'code',
    'part',
    'evidence',
    'because',
    'ms',
    'stoppedBy',
  ]);
  const remedy = (text: string): string[] | null =>
    text === '' ? null : text === 'none' ? [] : text.split(' ');
  const back = rows.map(
    ([attack, , , , defense, verdict, tactic, code, part, evidence, because, ms, by]) => ({
      attack,
      defense,
      verdict,
      tactic,
      code,
      part,
      evidence: evidence!.split(' '),
      because,
      stoppedBy: remedy(by!),
      ms: Number(ms),
    }),
  );
  expect(back).toEqual(matrix.trials);
});

test('no cell of a hostile CSV is a formula', () => {
  for (const row of parseCsv(renderMatrix(hostileMatrix(), 'csv', TERMINAL)))
    for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
});

test('the JSON is the matrix, and JSON.parse gives it back, hostile strings and all', () => {
  const matrix = hostileMatrix();
  expect(JSON.parse(renderMatrix(matrix, 'json', TERMINAL))).toEqual(matrix);
  expect(JSON.parse(renderMatrix(matrix, 'json', TERMINAL)).defenses[2].id).toBe(HOSTILE[2]);
});

describe('the LaTeX', () => {
  const text = renderMatrix(hostileMatrix(), 'latex', TERMINAL);

  test('uses booktabs, balances its braces and environments and stays in ASCII', () => {
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    const bare = text.replace(/^%.*$/gm, '').replace(/\\[{}]/g, '');
    expect(bare.split('{')).toHaveLength(bare.split('}').length);
    expect(text.match(/\\begin\{tabular\}/g)).toHaveLength(text.match(/\\end\{tabular\}/g)!.length);
    expect(text).toContain('\\toprule');
  });

  test('gives every row of a tabular its number of cells', () => {
    for (const tabular of text.split('\\begin{tabular}').slice(1)) {
      const wanted = /@\{\}(lc*)@/.exec(tabular)![1]!.length;
      const rows = tabular
        .split('\\end{tabular}')[0]!
        .split('\n')
        .filter((line) => line.endsWith(' \\\\') && !line.includes('multicolumn'));
      for (const row of rows) expect(row.split(/(?<!\\)&/)).toHaveLength(wanted);
    }
  });

  test('holds no unescaped special of what an attacker wrote', () => {
    const bare = text
      .replace(/^%.*$/gm, '')
      .replace(/\$\\(?:times|surd)\$/g, '')
      .replace(/\\[a-zA-Z]+|\\[{}$&%#_`'^~"]|\\\\/g, '')
      .replace(/ & /g, ' ');
    expect(bare.replace(/\{[^{}]*tabular[^{}]*\}|@\{\}/g, '')).not.toMatch(/[$%#_^~\\&]/);
  });
});
