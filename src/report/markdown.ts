import type { Matrix, Price } from '../model/results.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import { glyphsFor } from './glyphs.js';
import { doubtsOf, type Grid, gridOf } from './grid.js';
import { markdownRemedies } from './remedies.js';
import { markdown, markdownCode } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** Which glyphs to write, and in which language. */
export interface Signs {
  readonly unicode: boolean;
  readonly texts: Texts;
}

/** The grid as GitHub's Markdown, with its legend, totals, prices and controls. */
export const renderMarkdown = (matrix: Matrix, signs: Signs): string => {
  const parts = [
    markdownHead(matrix, signs),
    markdownGrid(matrix, signs),
    markdownLegend(signs),
    markdownDoubts(matrix, signs.texts),
  ];
  return `${[...parts, markdownRemedies(matrix, signs.texts)].filter((part) => part !== '').join('\n\n')}\n`;
};

const markdownHead = ({ version, seed, containment }: Matrix, { texts: { WORDS } }: Signs): string =>
  markdown([`Mallory ${version}`, WORDS.seed(seed), WORDS.containment(containment)].join(', '));

/** Attacks down, defenses across, then the totals and the prices. */
export function markdownGrid(matrix: Matrix, signs: Signs): string {
  const grid = gridOf(matrix);
  const { WORDS } = signs.texts;
  const cells = grid.groups.flatMap(({ rows }) =>
    rows.map(({ attack, trials }) => [
      markdownCode(attack.id),
      ...trials.map((trial) => (trial ? verdictWord(trial.verdict, signs) : '')),
    ]),
  );
  const totals = grid.totals.map(({ verdict, counts }) => [
    `**${verdictWord(verdict, signs)}**`,
    ...counts.map((n) => `**${n}**`),
  ]);
  return markdownTable(
    [WORDS.attack, ...grid.defenses.map(({ id }) => markdownCode(id))],
    [
      ...cells,
      ...totals,
      pricesRow(grid, WORDS, WORDS.priceSkewed, (price) => price.skewed),
      pricesRow(grid, WORDS, WORDS.priceStored, (price) => price.stored),
    ],
  );
}

/** `✗ breached` */
export const verdictWord = (verdict: Verdict, signs: Signs): string =>
  `${glyphsFor(signs).verdict[verdict]} ${signs.texts.verdict[verdict]}`;

function pricesRow(
  { prices }: Grid,
  WORDS: Texts['WORDS'],
  words: string,
  pick: (price: Price) => Price['skewed'],
): string[] {
  return [
    `${WORDS.price}, ${words}`,
    ...prices.map((price) => (price ? WORDS.priceOf(pick(price).refused, pick(price).of) : '')),
  ];
}

/** Rows whose cells are Markdown already. The first column is read, the others are compared. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  aligns = [':--', ...head.slice(1).map(() => ':-:')],
): string {
  return [head, aligns, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

export const markdownLegend = (signs: Signs): string =>
  VERDICTS.map(
    (verdict) =>
      `- ${signs.texts.WORDS.legend(`**${verdictWord(verdict, signs)}**`, signs.texts.means[verdict])}`,
  ).join('\n');

/** The controls, and what proves nothing. */
export const markdownDoubts = (matrix: Matrix, texts: Texts): string =>
  doubtsOf(matrix, texts)
    .map(({ line, items }) => [markdown(line), ...items.map((item) => `- ${markdown(item)}`)].join('\n'))
    .join('\n\n');
