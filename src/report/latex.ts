import type { Matrix, Price } from '../model/results.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import { doubtsOf, type Grid, gridOf, shortName } from './grid.js';
import { latex } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** More columns than these leave the text block of an article. */
const COLUMNS = 7;

/** The grid as booktabs tabulars for \input: nothing but \usepackage{booktabs} is needed, and no glyph of any font. */
export function renderLatex(matrix: Matrix, { texts }: { readonly texts: Texts }): string {
  const grid = gridOf(matrix);
  const blocks = Array.from({ length: Math.ceil(grid.defenses.length / COLUMNS) }, (_, n) => n * COLUMNS);
  const tabulars = blocks.map((from) =>
    tabular(grid, from, Math.min(from + COLUMNS, grid.defenses.length), texts),
  );
  return `${[...comments(matrix, texts), '{\\scriptsize\\setlength{\\tabcolsep}{3pt}\\noindent', tabulars.join('\n\\par\\medskip\\noindent\n'), ...notes(matrix, texts), '}'].join('\n')}\n`;
}

/** For a reader of the source. `%` hides one line, and no field can hold a line break. */
function comments({ version, seed, containment }: Matrix, { WORDS, shortVerdict, means }: Texts): string[] {
  const head = [`Mallory ${version}`, WORDS.seed(seed), WORDS.containment(containment)].join(', ');
  const legend = VERDICTS.map((verdict) => WORDS.legend(shortVerdict[verdict], means[verdict]));
  return [...[head, ...legend].map((line) => `% ${latex(line)}`), `% ${WORDS.latexUse}`];
}

function tabular(grid: Grid, from: number, to: number, texts: Texts): string {
  const { WORDS } = texts;
  const span = to - from + 1;
  const part = <T>(all: readonly T[]): readonly T[] => all.slice(from, to);
  const heading = (text: string): string => `\\multicolumn{${span}}{@{}l}{\\textbf{${latex(text)}}} \\\\`;
  const groups = grid.groups.flatMap(({ scenario, rows }) => [
    heading(scenario),
    ...rows.map(({ attack, trials }) =>
      row(
        `\\quad ${latex(shortName(attack))}`,
        part(trials).map((trial) => (trial ? verdictCell(trial.verdict, texts) : '')),
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
    ...grid.totals.map(({ verdict, counts }) =>
      row(latex(texts.shortVerdict[verdict]), part(counts).map(String)),
    ),
    '\\midrule',
    heading(WORDS.price),
    row(
      `\\quad ${latex(WORDS.priceSkewed)}`,
      part(grid.prices).map(priceCell(WORDS, (price) => price.skewed)),
    ),
    row(
      `\\quad ${latex(WORDS.priceStored)}`,
      part(grid.prices).map(priceCell(WORDS, (price) => price.stored)),
    ),
    '\\bottomrule',
    '\\end{tabular}',
  ].join('\n');
}

const row = (label: string, cells: readonly string[]): string => `${[label, ...cells].join(' & ')} \\\\`;

/** A breach stands out without colour, also in a photocopy. */
function verdictCell(verdict: Verdict, { shortVerdict }: Texts): string {
  const word = latex(shortVerdict[verdict]);
  return verdict === 'breached' ? `\\textbf{${word}}` : verdict === 'detected' ? `\\textit{${word}}` : word;
}

const priceCell =
  (WORDS: Texts['WORDS'], pick: (price: Price) => Price['skewed']) =>
  (price: Price | null): string =>
    price ? WORDS.priceOf(pick(price).refused, pick(price).of) : '';

function notes(matrix: Matrix, texts: Texts): string[] {
  const occurring = gridOf(matrix).totals.map(({ verdict }) =>
    texts.WORDS.legend(`\\emph{${latex(texts.shortVerdict[verdict])}}`, latex(texts.means[verdict])),
  );
  const doubts = doubtsOf(matrix, texts)
    .flatMap(({ line, items }) => [line, ...items])
    .map(latex);
  return ['\\par\\smallskip\\noindent', `${[...occurring, ...doubts].join('; ')}.\\par`];
}
