import type { Matrix, Price } from '../model/results.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import { SHORT_WORD_OF } from './glyphs.js';
import { doubtsOf, type Grid, gridOf, shortName } from './grid.js';
import { latex } from './sanitize.js';
import { WORDS } from './words.js';

/** More columns than these leave the text block of an article. */
const COLUMNS = 7;

/** The grid as booktabs tabulars for \input: nothing but \usepackage{booktabs} is needed, and no glyph of any font. */
export function renderLatex(matrix: Matrix): string {
  const grid = gridOf(matrix);
  const blocks = Array.from({ length: Math.ceil(grid.defenses.length / COLUMNS) }, (_, n) => n * COLUMNS);
  const tabulars = blocks.map((from) => tabular(grid, from, Math.min(from + COLUMNS, grid.defenses.length)));
  return `${[...comments(matrix), '{\\scriptsize\\setlength{\\tabcolsep}{3pt}\\noindent', tabulars.join('\n\\par\\medskip\\noindent\n'), ...notes(matrix), '}'].join('\n')}\n`;
}

/** For a reader of the source. `%` hides one line, and no field can hold a line break. */
function comments({ version, seed, containment }: Matrix): string[] {
  const head = [`Mallory ${version}`, WORDS.seed(seed), WORDS.containment(containment)].join(', ');
  const legend = VERDICTS.map((verdict) => `${SHORT_WORD_OF[verdict]}: ${WORDS.means[verdict]}`);
  return [
    ...[head, ...legend].map((line) => `% ${latex(line)}`),
    '% Include it with \\input; needs \\usepackage{booktabs}.',
  ];
}

function tabular(grid: Grid, from: number, to: number): string {
  const span = to - from + 1;
  const part = <T>(all: readonly T[]): readonly T[] => all.slice(from, to);
  const heading = (text: string): string => `\\multicolumn{${span}}{@{}l}{\\textbf{${latex(text)}}} \\\\`;
  const groups = grid.groups.flatMap(({ scenario, rows }) => [
    heading(scenario),
    ...rows.map(({ attack, trials }) =>
      row(
        `\\quad ${latex(shortName(attack))}`,
        part(trials).map((trial) => (trial ? verdictCell(trial.verdict) : '')),
      ),
    ),
  ]);
  return [
    `\\begin{tabular}{@{}l${'c'.repeat(span - 1)}@{}}`,
    '\\toprule',
    row(
      '',
      part(grid.defenses).map(({ id }) => latex(id)),
    ),
    '\\midrule',
    ...groups,
    '\\midrule',
    ...grid.totals.map(({ verdict, counts }) => row(SHORT_WORD_OF[verdict], part(counts).map(String))),
    '\\midrule',
    heading(WORDS.price),
    row(`\\quad ${latex(WORDS.priceSkewed)}`, part(grid.prices).map(priceCell((price) => price.skewed))),
    row(`\\quad ${latex(WORDS.priceStored)}`, part(grid.prices).map(priceCell((price) => price.stored))),
    '\\bottomrule',
    '\\end{tabular}',
  ].join('\n');
}

const row = (label: string, cells: readonly string[]): string => `${[label, ...cells].join(' & ')} \\\\`;

/** A breach stands out without colour, also in a photocopy. */
const verdictCell = (verdict: Verdict): string =>
  verdict === 'breached'
    ? `\\textbf{${SHORT_WORD_OF[verdict]}}`
    : verdict === 'detected'
      ? `\\textit{${SHORT_WORD_OF[verdict]}}`
      : SHORT_WORD_OF[verdict];

const priceCell =
  (pick: (price: Price) => Price['skewed']) =>
  (price: Price | null): string =>
    price ? WORDS.priceOf(pick(price).refused, pick(price).of) : '';

function notes(matrix: Matrix): string[] {
  const occurring = gridOf(matrix).totals.map(
    ({ verdict }) => `\\emph{${SHORT_WORD_OF[verdict]}}: ${latex(WORDS.means[verdict])}`,
  );
  const doubts = doubtsOf(matrix)
    .flatMap(({ line, items }) => [line, ...items])
    .map(latex);
  return ['\\par\\smallskip\\noindent', `${[...occurring, ...doubts].join('; ')}.\\par`];
}
