import type { Matrix } from '../model/results.js';
import type { Verdict } from '../model/verdict.js';
import { glyphsFor, legend } from './glyphs.js';
import { doubtsOf, type Grid, gridOf, shortName } from './grid.js';
import { shortHeads, shortPrice } from './heads.js';
import { clip, columns, type Look, wrap } from './look.js';
import { remedyLines } from './remedies.js';
import { type Cell, columnsAt, drawSheet, type Line, type Sheet, widthsOf } from './ruled.js';
import { terminal } from './sanitize.js';

/** The grid for a terminal: attacks down, defenses across, in several tables where one is too wide. */
export const renderTable = (matrix: Matrix, look: Look): string =>
  `${[headLine(matrix, look), ...drawGrid(matrix, look), ...remedyLines(matrix, look), footOf(matrix, look)].join('\n\n')}\n`;

/**
 * The grid's tables alone: words in the cells where there is room, else glyphs, else glyphs under short heads with
 * their meaning beneath; and where that is not enough, as many tables as it takes.
 */
export function drawGrid(matrix: Matrix, look: Look): string[] {
  const grid = gridOf(matrix);
  const fits = (sheet: Sheet): boolean => total(widthsOf(sheet)) <= look.width;
  const worded = sheetOf(grid, look, true);
  if (fits(worded)) return [drawSheet(worded, look)];
  const sheet = sheetOf(grid, look, false);
  if (fits(sheet)) return [drawSheet(sheet, look)];
  const tight = tightOf(sheet, grid, look);
  if (tight && fits(tight.sheet)) return [drawSheet(tight.sheet, look), tight.key];
  return blocksOf(widthsOf(sheet), look.width).map((places) => drawSheet(columnsAt(sheet, places), look));
}

/** The same sheet with heads of three letters, and the line that says what they stand for; null where two would be alike. */
function tightOf(
  sheet: Sheet,
  { defenses }: Grid,
  look: Look,
): { readonly sheet: Sheet; readonly key: string } | null {
  const names = defenses.map(({ id }) => terminal(id, look));
  const heads = shortHeads(names);
  if (!heads) return null;
  const key = names.flatMap((name, place) => (heads[place] === name ? [] : `${heads[place]} ${name}`));
  // Words of one entry stay together: its space is no place to break.
  const kept = key.map((entry) => entry.replace(' ', NO_BREAK)).join(` ${glyphsFor(look).dot} `);
  const lines = sheet.lines.map(
    (line): Line =>
      line.kind === 'row'
        ? {
            ...line,
            label: line.label.replace(/^ {2}/, ' '),
            cells: line.cells.map((cell) => shortCell(cell, look)),
          }
        : line,
  );
  return {
    sheet: { heads, lines, align: 'right', tight: true },
    key: wrap(kept, look.width).replaceAll(NO_BREAK, ' '),
  };
}

const NO_BREAK = '\u00a0';

/** A price in three columns: `all`, or per cent. */
function shortCell(cell: Cell, { texts }: Look): Cell {
  const [refused, of] = cell.text.split('/').map(Number);
  if (!cell.text.includes('/')) return cell;
  return { text: shortPrice({ refused: refused!, of: of! }, texts.WORDS.all) };
}

/** Fills each table with columns from the left; `widths` begins with the labels', which every table repeats. */
function blocksOf([label = 0, ...widths]: readonly number[], room: number): number[][] {
  const blocks: number[][] = [[]];
  for (const [place, width] of widths.entries()) {
    const last = blocks.at(-1)!;
    const taken = label + total(last.map((other) => widths[other]!));
    if (last.length > 0 && taken + width > room) blocks.push([place]);
    else last.push(place);
  }
  return blocks;
}

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

function sheetOf(grid: Grid, look: Look, words: boolean): Sheet {
  const { verdict: glyph, ellipsis } = glyphsFor(look);
  const short = (text: string): string =>
    clip(terminal(text, look), Math.max(10, Math.floor(look.width / 3)), ellipsis);
  const cell = (verdict: Verdict | undefined): Cell =>
    verdict === undefined
      ? { text: '' }
      : { text: words ? `${glyph[verdict]} ${look.texts.shortVerdict[verdict]}` : glyph[verdict], verdict };
  const rows = grid.groups.flatMap(({ scenario, rows }): Line[] => [
    { kind: 'title', text: short(scenario) },
    ...rows.map(
      ({ attack, trials }): Line => ({
        kind: 'row',
        label: `  ${short(shortName(attack))}`,
        cells: trials.map((trial) => cell(trial?.verdict)),
      }),
    ),
  ]);
  const totals = grid.totals.map(
    ({ verdict, counts }): Line => ({
      kind: 'row',
      label: `${glyph[verdict]} ${look.texts.verdict[verdict]}`,
      cells: counts.map((n) => ({ text: String(n) })),
    }),
  );
  // A composition's name breaks behind its `+`.
  const heads = grid.defenses.map(({ id }) =>
    terminal(id, look)
      .split(/(?<=\+)/)
      .map(short)
      .join('\n'),
  );
  return {
    heads,
    lines: [...rows, { kind: 'rule' }, ...totals, { kind: 'rule' }, ...pricesOf(grid, look)],
    align: 'center',
  };
}

function pricesOf({ prices }: Grid, { texts: { WORDS } }: Look): Line[] {
  const row = (words: string, pick: 'skewed' | 'stored'): Line => ({
    kind: 'row',
    label: `  ${words}`,
    cells: prices.map((price) => ({ text: price ? WORDS.priceOf(price[pick].refused, price[pick].of) : '' })),
  });
  return [
    { kind: 'title', text: WORDS.price },
    row(WORDS.priceSkewed, 'skewed'),
    row(WORDS.priceStored, 'stored'),
  ];
}

function headLine({ version, seed, containment }: Matrix, look: Look): string {
  const { WORDS } = look.texts;
  const facts = [`Mallory ${version}`, WORDS.seed(seed), WORDS.containment(containment)];
  return wrap(terminal(facts.join(` ${glyphsFor(look).dot} `), look), look.width);
}

function footOf(matrix: Matrix, look: Look): string {
  return [legendOf(look), ...doubtLines(matrix, look)].join('\n');
}

function legendOf(look: Look): string {
  const line = legend(look).join('  ');
  return columns(line) <= look.width ? line : legend(look).join('\n');
}

/** What the controls came to, and what proves nothing. */
export const doubtLines = (matrix: Matrix, look: Look): string[] =>
  doubtsOf(matrix, look.texts).flatMap(({ line, items }) => [
    wrap(terminal(line, look), look.width),
    ...items.map((item) => wrap(terminal(item, look), look.width, '  - ', '    ')),
  ]);
