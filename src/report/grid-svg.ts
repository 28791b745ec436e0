import type { Matrix, Price, TrialResult } from '../model/results.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import { glyphsFor } from './glyphs.js';
import { doubtsOf, type Grid, gridOf, shortName } from './grid.js';
import { shortPrice } from './heads.js';
import { wrap } from './look.js';
import { type Markup, markup, trusted } from './markup.js';
import { visible } from './sanitize.js';
import { GRID_STYLE } from './svg-style.js';
import type { Texts } from './texts/index.js';

/** Pixels, but for `letter`: of a letter's size, the mean width of a letter, generously. */
const SIZE = { font: 14, letter: 0.58, row: 24, gap: 16, glyph: 44, word: 128, least: 620 } as const;
/** Grids of no more defenses have words beside the glyphs. */
const WORDED = 8;
const GLYPH = glyphsFor({ unicode: true }).verdict;

/** The light colours, for what reads no style sheet. */
const SHEET: Readonly<Record<Verdict, string>> = {
  breached: '#fbdcd9',
  detected: '#fdeec2',
  defeated: '#d3f0dd',
  'not-applicable': '#e9edf1',
  inconclusive: '#f1def9',
};
const INK = '#16202c';

/** The grid as one SVG picture that needs nothing else: glyph (and word, where there is room) in each cell, light and dark. */
export const renderGridSvg = (matrix: Matrix, { texts }: { readonly texts: Texts }): string => {
  const grid = gridOf(matrix);
  const plan = planOf(grid, texts);
  const rows = linesOf(grid, texts, plan);
  const origin = originOf(matrix, texts, plan.width);
  const top = (2 + origin.length) * SIZE.row + plan.head;
  const bottom = top + rows.length * SIZE.row;
  const foot = footOf(matrix, grid, texts, plan.width);
  const height = Math.ceil(bottom + SIZE.gap + foot.length * SIZE.row + SIZE.gap);
  const { width } = plan;
  return `${
    markup`<svg class="grid-picture" xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${SIZE.font}" font-family="sans-serif" fill="${INK}"><title>${`Mallory: ${texts.report.title}`}</title><desc>${tellOf(matrix, grid, texts)}</desc><style>${trusted(`:root { color-scheme: light dark }\n${GRID_STYLE}`)}</style><rect class="backdrop" width="${width}" height="${height}" fill="#ffffff"/>
${text(SIZE.gap, 1.2 * SIZE.row, 'title', texts.report.title)}
${origin.map((line, place) => text(SIZE.gap, (2.2 + place) * SIZE.row, 'origin', line))}
${grid.defenses.map(({ id }, place) => headOf(id, plan.centre(place), top - 8, plan))}
${rows.map((draw, place) => draw(top + place * SIZE.row))}
${foot.map((draw, place) => draw(bottom + SIZE.gap + place * SIZE.row))}</svg>`.markup
  }\n`;
};

interface Plan {
  readonly label: number;
  readonly column: number;
  readonly width: number;
  /** Height of the heads, which stand on end where columns are narrow. */
  readonly head: number;
  readonly worded: boolean;
  readonly centre: (place: number) => number;
}

const lengthOf = (written: string): number => visible(written).length * SIZE.font * SIZE.letter;
const longest = (all: readonly string[]): number => Math.max(0, ...all.map(lengthOf));

function planOf({ defenses, groups, totals }: Grid, { WORDS, verdict }: Texts): Plan {
  const names = groups.flatMap(({ scenario, rows }) => [
    scenario,
    ...rows.map(({ attack }) => shortName(attack)),
  ]);
  const words = [
    ...totals.map((total) => `✗ ${verdict[total.verdict]}`),
    WORDS.priceSkewed,
    WORDS.priceStored,
  ];
  const label = Math.ceil(longest([...names, ...words]) + 3 * SIZE.gap);
  const heads = longest(defenses.map(({ id }) => id)) + SIZE.gap;
  const worded = defenses.length <= WORDED && heads <= 2 * SIZE.word;
  const column = worded ? Math.max(SIZE.word, Math.ceil(heads)) : SIZE.glyph;
  const width = Math.max(SIZE.least, label + defenses.length * column + SIZE.gap);
  return {
    ...{ label, column, width, worded },
    head: worded ? SIZE.row : Math.ceil(heads),
    centre: (place) => label + (place + 0.5) * column,
  };
}

type Draw = (y: number) => Markup;

const text = (x: number, y: number, kind: string, written: string): Markup =>
  markup`<text class="${kind}" x="${round(x)}" y="${round(y)}">${written}</text>`;

const middle = (x: number, y: number, kind: string, written: string): Markup =>
  markup`<text class="${kind}" x="${round(x)}" y="${round(y)}" text-anchor="middle">${written}</text>`;

const round = (length: number): number => Math.round(length * 10) / 10;

const headOf = (id: string, x: number, y: number, { worded }: Plan): Markup =>
  worded
    ? middle(x, y, 'head', id)
    : markup`<text class="head" transform="translate(${round(x + SIZE.font * 0.35)} ${round(y)}) rotate(-90)">${id}</text>`;

/** From top to bottom: scenarios with their attacks, totals, prices. */
function linesOf(grid: Grid, texts: Texts, plan: Plan): Draw[] {
  const { WORDS, verdict } = texts;
  const base = (y: number): number => y + SIZE.row * 0.7;
  const heading =
    (written: string): Draw =>
    (y) =>
      markup`${text(SIZE.gap, base(y), 'group', written)}${rule(y + SIZE.row - 2, plan)}`;
  const numbers =
    (label: string, values: readonly string[]): Draw =>
    (y) =>
      markup`${text(2 * SIZE.gap, base(y), 'label', label)}${values.map((value, place) => middle(plan.centre(place), base(y), 'number', value))}`;
  const price = (pick: 'skewed' | 'stored') =>
    grid.prices.map((all: Price | null) => (all ? shortPrice(all[pick], WORDS.all) : ''));
  return [
    ...grid.groups.flatMap(({ scenario, rows }): Draw[] => [
      heading(scenario),
      ...rows.map(
        ({ attack, trials }): Draw =>
          (y) =>
            markup`${text(2 * SIZE.gap, base(y), 'label', shortName(attack))}${trials.map((trial, place) => cell(trial, plan.centre(place), y, plan, texts))}`,
      ),
    ]),
    heading(WORDS.verdict),
    ...grid.totals.map((total) =>
      numbers(`${GLYPH[total.verdict]} ${verdict[total.verdict]}`, total.counts.map(String)),
    ),
    heading(WORDS.price),
    numbers(WORDS.priceSkewed, price('skewed')),
    numbers(WORDS.priceStored, price('stored')),
  ];
}

const rule = (y: number, { width }: Plan): Markup =>
  markup`<line class="rule" x1="${SIZE.gap}" x2="${round(width - SIZE.gap)}" y1="${round(y)}" y2="${round(y)}" stroke="#c4ced9"/>`;

/** A pointer that rests on it is told which trial it is. */
function cell(trial: TrialResult | null, x: number, y: number, { column, worded }: Plan, texts: Texts) {
  if (trial === null) return null;
  const { verdict, attack, defense } = trial;
  const told = texts.report.cellLabel(attack, defense, texts.verdict[verdict]);
  const written = worded ? `${GLYPH[verdict]} ${texts.shortVerdict[verdict]}` : GLYPH[verdict];
  return markup`<g class="cell ${verdict}"><title>${told}</title><rect x="${round(x - column / 2 + 1.5)}" y="${round(y + 1.5)}" width="${column - 3}" height="${SIZE.row - 3}" rx="3" fill="${SHEET[verdict]}"/>${middle(x, y + SIZE.row * 0.7, 'sign', written)}</g>`;
}

/** What each glyph stands for, and what the controls came to. */
function footOf(matrix: Matrix, grid: Grid, texts: Texts, width: number): Draw[] {
  const { WORDS, verdict, means } = texts;
  const occurring = VERDICTS.filter((one) => grid.totals.some((total) => total.verdict === one));
  const room = Math.floor((width - 3 * SIZE.gap - SIZE.glyph) / (SIZE.font * SIZE.letter));
  const indent = SIZE.gap + SIZE.glyph;
  const legend = occurring.flatMap((one) =>
    wrap(visible(WORDS.legend(verdict[one], means[one])), room)
      .split('\n')
      .map(
        (line, place): Draw =>
          (y) =>
            markup`${place > 0 ? null : swatch(one, y)}${text(indent, y + SIZE.row * 0.7, 'legend', line)}`,
      ),
  );
  const doubts = doubtsOf(matrix, texts).flatMap(({ line, items }) =>
    [line, ...items].flatMap((one) => wrap(visible(one), room).split('\n')),
  );
  return [
    ...legend,
    ...doubts.map(
      (line): Draw =>
        (y) =>
          text(indent, y + SIZE.row * 0.7, 'legend', line),
    ),
  ];
}

const swatch = (verdict: Verdict, y: number): Markup =>
  markup`<g class="cell ${verdict}"><rect x="${SIZE.gap}" y="${round(y + 1.5)}" width="${SIZE.glyph - 10}" height="${SIZE.row - 3}" rx="3" fill="${SHEET[verdict]}"/>${middle(SIZE.gap + (SIZE.glyph - 10) / 2, y + SIZE.row * 0.7, 'sign', GLYPH[verdict])}</g>`;

/** Where it comes from, in lines that fit. */
function originOf({ version, seed, attacks, defenses, trials }: Matrix, { report }: Texts, width: number) {
  const told = `${report.origin(version, `${seed}`)} ${report.summary(attacks.length, defenses.length, trials.length)}`;
  return wrap(visible(told), Math.floor((width - 2 * SIZE.gap) / (SIZE.font * SIZE.letter))).split('\n');
}

/** For whoever sees no picture: all that stands in the cells, attack by attack. */
function tellOf(matrix: Matrix, { groups, defenses }: Grid, texts: Texts): string {
  const rows = groups.flatMap(({ rows }) =>
    rows.map(({ attack, trials }) => {
      const cells = trials.flatMap((trial, place) =>
        trial ? [`${defenses[place]!.id} ${texts.shortVerdict[trial.verdict]}`] : [],
      );
      return texts.WORDS.legend(attack.id, cells.join(', '));
    }),
  );
  return [...rows, ...doubtsOf(matrix, texts).map(({ line }) => line)].join('. ');
}
