import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { DEFENSES } from '../../src/defenses/index.js';
import type { Matrix } from '../../src/model/results.js';
import { renderMatrix } from '../../src/report/index.js';
import { TEXTS } from '../../src/report/texts/index.js';
import { compile, PDFLATEX } from '../support/latex.js';
import { THOROUGH } from '../support/thorough.js';
import { hostileMatrix, madeMatrix, SEVEN, TERMINAL } from './fixture.js';
import { fought } from './fought.js';

/** Points that a line may stick out by: nobody sees them. */
const TOLERANCE = 2;

const skipped = !PDFLATEX && !THOROUGH;
if (skipped) console.warn('skipped: there is no pdflatex on the PATH to compile the LaTeX grid with');

const written = (matrix: Matrix, lang: 'en' | 'fr' = 'en'): string =>
  renderMatrix(matrix, 'latex', { ...TERMINAL, texts: TEXTS[lang] });

const sticksOut = (log: string): string[] =>
  [...log.matchAll(/Overfull \\[hv]box \((\d+(?:\.\d+)?)pt too (?:wide|high)\).*/g)]
    .filter(([, points]) => Number(points) > TOLERANCE)
    .map(([line]) => line);

describe.skipIf(skipped)('a document that loads booktabs alone and inputs the grid', () => {
  let real: Matrix;
  beforeAll(async () => {
    real = (await fought(['rogue-server/rewrite', 'replay/now'], DEFENSES)).matrix;
  }, 120_000);

  test.each(['en', 'fr'] as const)('compiles as is, in %s, and fits the page', (lang) => {
    const { status, log, pages, isPdf } = compile(written(real, lang));
    expect(status, log).toBe(0);
    expect([pages, isPdf]).toEqual([1, true]);
    expect(sticksOut(log)).toEqual([]);
  });

  const wide = madeMatrix(
    ATTACKS.map(({ id }) => id),
    DEFENSES,
  );
  const composed = madeMatrix(undefined, [...DEFENSES, 'fernet+signature+codec', 'fernet+signature+limits']);
  test.each<readonly [string, Matrix]>([
    ['every attack against fifteen defenses', wide],
    ['compositions', composed],
    ['seven defenses', madeMatrix(undefined, SEVEN)],
    ['two defenses, in words', madeMatrix(undefined, ['none', 'fernet'])],
  ])('holds %s', (_, matrix) => {
    for (const lang of ['en', 'fr'] as const) {
      const { status, log } = compile(written(matrix, lang));
      expect(status, log).toBe(0);
      expect(sticksOut(log)).toEqual([]);
    }
  });

  test('compiles whatever a plugin writes into it', () => {
    const { status, log } = compile(written(hostileMatrix()));
    expect(status, log).toBe(0);
    expect(log).not.toContain('/etc/passwd');
  });

  test('would not compile without the package: the check can fail', () => {
    expect(compile(written(real), []).status).not.toBe(0);
  });
});

test('a comment at the head says which package the grid needs', () => {
  const comments = written(madeMatrix())
    .split('\n')
    .filter((line) => line.startsWith('%'));
  expect(comments.at(-1)).toContain('\\usepackage{booktabs}');
});

test('nothing but ASCII is in it: no glyph that a font may lack', () => {
  for (const lang of ['en', 'fr'] as const)
    expect(written(madeMatrix(), lang).replace(/^%.*$/gm, '')).toMatch(/^[\x20-\x7e\n]*$/);
});
