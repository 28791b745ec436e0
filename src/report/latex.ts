import type { Matrix, Price } from '../model/results.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import { doubtsOf, type Grid, gridOf, shortName } from './grid.js';
import { shortHeads, shortPrice } from './heads.js';
import { latex } from './sanitize.js';
import type { Texts } from './texts/index.js';

/**
 * What a page of LaTeX's own article holds, in its narrowest text block (345 pt), set in \scriptsize: a letter takes
 * less than 3.9 pt, and 48 lines leave room for what stands beneath the last table.
 */
const PAGE = { width: 340, letter: 3.9, lines: 48 } as const;

/** No package and no font but LaTeX's own. None looks like another, in a photocopy too. */
const SIGN: Readonly<Record<Verdict, string>> = {
  breached: '{\\boldmath$\\times$}',
  detected: '\\textbf{!}',
  defeated: '$\\surd$',
  'not-applicable': '{--}',
  inconclusive: '\\textbf{?}',
};

/**
 * The grid as booktabs tabulars for \input: nothing but \usepackage{booktabs} is needed, and no glyph of any font.
 * Where words do not fit beside each other, signs under short heads do; their meaning stands beneath.
 */
export function renderLatex(matrix: Matrix, { texts }: { readonly texts: Texts }): string {
  const grid = gridOf(matrix);
  const style = styleOf(grid, texts);
  const tabulars = pagesOf(grid).flatMap((page) =>
    blocksOf(page, style).map(([from, to]) => tabular(page, from, to, style, texts)),
  );
  return `${[
    ...comments(matrix, texts),
    `{\\scriptsize\\setlength{\\tabcolsep}{${style.gap}pt}\\noindent`,
    tabulars.join('\n\\par\\medskip\\noindent\n'),
    ...notes(matrix, style, texts),
    '}',
  ].join('\n')}\n`;
}

/** For a reader of the source. `%` hides one line, and no field can hold a line break. */
function comments({ version, seed, containment }: Matrix, { WORDS, shortVerdict, means }: Texts): string[] {
  const head = [`Mallory ${version}`, WORDS.seed(seed), WORDS.containment(containment)].join(', ');
  const legend = VERDICTS.map((verdict) => WORDS.legend(shortVerdict[verdict], means[verdict]));
  return [...[head, ...legend].map((line) => `% ${latex(line)}`), `% ${WORDS.latexUse}`];
}

/** How cells and heads are written, LaTeX already. */
interface Style {
  readonly heads: readonly string[];
  /** What a short head stands for; empty where the heads are the names. */
  readonly key: readonly string[];
  readonly verdict: (verdict: Verdict) => string;
  /** Before the word, where a verdict's count stands. */
  readonly sign: (verdict: Verdict) => string;
  readonly price: (price: Price['skewed']) => string;
  /** Points on each side of a column. */
  readonly gap: number;
  /** Points that a column takes. */
  readonly columns: readonly number[];
  readonly label: number;
}

function styleOf(grid: Grid, texts: Texts): Style {
  const names = grid.defenses.map(({ id }) => id);
  const longest = (all: readonly string[]): number => Math.max(0, ...all.map((text) => text.length));
  const rows = grid.groups.flatMap(({ rows }) => rows.map(({ attack }) => shortName(attack)));
  const label = (2 + longest([...rows, texts.WORDS.priceSkewed, texts.WORDS.priceStored])) * PAGE.letter;
  const wordy = longest(grid.totals.map(({ verdict }) => texts.shortVerdict[verdict]));
  const words: Style = {
    heads: names.map(latex),
    key: [],
    verdict: (verdict) => emphasized(verdict, latex(texts.shortVerdict[verdict])),
    sign: () => '',
    price: ({ refused, of }) => texts.WORDS.priceOf(refused, of),
    gap: 3,
    columns: names.map((name) => Math.max(name.length, wordy) * PAGE.letter + 6),
    label,
  };
  if (label + sum(words.columns) <= PAGE.width) return words;
  const heads = shortHeads(names) ?? names.map((_, place) => String(place + 1));
  return {
    heads: heads.map(latex),
    key: names.flatMap((name, place) =>
      heads[place] === name ? [] : [`\\mbox{\\emph{${latex(heads[place]!)}}} ${latex(name)}`],
    ),
    verdict: (verdict) => SIGN[verdict],
    sign: (verdict) => `${SIGN[verdict]} `,
    price: (refused) => latex(shortPrice(refused, texts.WORDS.all)),
    gap: 2,
    columns: names.map(() => 3 * PAGE.letter + 4),
    label,
  };
}

/** A breach stands out without colour, also in a photocopy. */
const emphasized = (verdict: Verdict, word: string): string =>
  verdict === 'breached' ? `\\textbf{${word}}` : verdict === 'detected' ? `\\textit{${word}}` : word;

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/** The same grid in pieces that a page is high enough for: no tabular breaks. Totals stand under the last. */
function pagesOf(grid: Grid): Grid[] {
  const lines = grid.groups.flatMap(({ scenario, rows }) => rows.map((row) => ({ scenario, row })));
  const foot = grid.totals.length + 3;
  const pages: (typeof lines)[] = [[]];
  let used = 0;
  for (const [place, line] of lines.entries()) {
    const fresh = used === 0 || line.scenario !== lines[place - 1]?.scenario;
    // A heading alone at the end of a page says nothing.
    const wanted = (fresh ? 2 : 1) + (place === lines.length - 1 ? foot : 0);
    if (used > 0 && used + wanted > PAGE.lines) {
      pages.push([]);
      used = 1;
    }
    used += fresh ? 2 : 1;
    pages.at(-1)!.push(line);
  }
  return pages.map((page, place) => ({
    ...grid,
    groups: [...new Set(page.map(({ scenario }) => scenario))].map((scenario) => ({
      scenario,
      rows: page.filter((line) => line.scenario === scenario).map(({ row }) => row),
    })),
    ...(place === pages.length - 1 ? {} : { totals: [], prices: [] }),
  }));
}

/** As many columns beside each other as the text block takes: first, and one behind the last. */
function blocksOf({ defenses }: Grid, { columns, label }: Style): [number, number][] {
  const blocks: [number, number][] = [[0, 0]];
  for (const place of defenses.keys()) {
    const [from, to] = blocks.at(-1)!;
    if (to > from && label + sum(columns.slice(from, place + 1)) > PAGE.width)
      blocks.push([place, place + 1]);
    else blocks[blocks.length - 1] = [from, place + 1];
  }
  return blocks;
}

function tabular(grid: Grid, from: number, to: number, style: Style, texts: Texts): string {
  const span = to - from + 1;
  const part = <T>(all: readonly T[]): readonly T[] => all.slice(from, to);
  const heading = (text: string): string => `\\multicolumn{${span}}{@{}l}{\\textbf{${latex(text)}}} \\\\`;
  const groups = grid.groups.flatMap(({ scenario, rows }) => [
    heading(scenario),
    ...rows.map(({ attack, trials }) =>
      row(
        `\\quad ${latex(shortName(attack))}`,
        part(trials).map((trial) => (trial ? style.verdict(trial.verdict) : '')),
      ),
    ),
  ]);
  return [
    `\\begin{tabular}{@{}l${'c'.repeat(span - 1)}@{}}`,
    '\\toprule',
    row('', part(style.heads)),
    '\\midrule',
    ...groups,
    ...(grid.totals.length > 0 ? ['\\midrule'] : []),
    ...grid.totals.map(({ verdict, counts }) =>
      row(`${style.sign(verdict)}${latex(texts.shortVerdict[verdict])}`, part(counts).map(String)),
    ),
    ...(grid.prices.length > 0 ? ['\\midrule', heading(texts.WORDS.price), ...prices()] : []),
    '\\bottomrule',
    '\\end{tabular}',
  ].join('\n');

  function prices(): string[] {
    const line = (words: string, pick: 'skewed' | 'stored'): string =>
      row(
        `\\quad ${latex(words)}`,
        part(grid.prices).map((price) => (price ? style.price(price[pick]) : '')),
      );
    return [line(texts.WORDS.priceSkewed, 'skewed'), line(texts.WORDS.priceStored, 'stored')];
  }
}

const row = (label: string, cells: readonly string[]): string => `${[label, ...cells].join(' & ')} \\\\`;

/** Beneath: what signs, words and short heads mean, and what the controls came to. It may run over to the next page. */
function notes(matrix: Matrix, { key, sign }: Style, texts: Texts): string[] {
  const occurring = gridOf(matrix).totals.map(
    ({ verdict }) =>
      sign(verdict) + latex(texts.WORDS.legend(texts.shortVerdict[verdict], texts.means[verdict])),
  );
  const doubts = doubtsOf(matrix, texts)
    .flatMap(({ line, items }) => [line, ...items])
    .map(latex);
  const paragraphs = [[...occurring, ...doubts].join(` ${latex('·')} `), key.join(', ')];
  return paragraphs
    .filter((text) => text !== '')
    .map((text) => `{\\par\\smallskip\\raggedright\\noindent ${text}.\\par}`);
}
