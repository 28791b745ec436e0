import Table from 'cli-table3';
import type { Verdict } from '../model/verdict.js';
import { glyphsFor, inVerdictColour, styled } from './glyphs.js';
import { clip, columns, type Look } from './look.js';

/** A cell's text, already fit for the terminal; in the colour of `verdict` where it tells one. */
export interface Cell {
  readonly text: string;
  readonly verdict?: Verdict;
}

/** One line of a table: a rule, a title across all columns, or a label and its cells. */
export type Line =
  | { readonly kind: 'rule' }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'row'; readonly label: string; readonly cells: readonly Cell[] };

/** What a terminal table shows: the heads of its columns (several lines each) and the lines beneath. */
export interface Sheet {
  readonly heads: readonly string[];
  readonly lines: readonly Line[];
  readonly align: 'left' | 'center' | 'right';
  /** One space before each column instead of one on either side: for grids of many columns. */
  readonly tight?: boolean;
}

/** A space on either side of every column. */
export const PADDING = 2;
/** The least that a column of a tight sheet takes, so that all are alike. */
const TIGHT_COLUMN = 4;

/** The columns that a table needs: the labels' first, then one for each head. */
export function widthsOf({ heads, lines, tight }: Sheet): number[] {
  const rows = lines.filter((line) => line.kind === 'row');
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.flatMap((text) => text.split('\n')).map(columns));
  const label = widest(rows.map((row) => row.label));
  const cells = heads.map((head, place) =>
    widest([head, ...rows.map((row) => row.cells[place]?.text ?? '')]),
  );
  if (tight) return [label, ...cells.map((width) => Math.max(TIGHT_COLUMN, width + 1))];
  return [label, ...cells].map((width) => width + PADDING);
}

/** The sheet's columns at these places only. */
export const columnsAt = (sheet: Sheet, places: readonly number[]): Sheet => ({
  ...sheet,
  heads: places.map((place) => sheet.heads[place]!),
  lines: sheet.lines.map((line) =>
    line.kind === 'row' ? { ...line, cells: places.map((place) => line.cells[place]!) } : line,
  ),
});

/** The sheet as one cli-table3 table: rules and no verticals, which is light on a projector. */
export function drawSheet(sheet: Sheet, look: Look): string {
  const widths = widthsOf(sheet);
  const all = widths.reduce((sum, width) => sum + width, 0);
  const table = emptyTable(sheet, widths, look);
  table.push(...sheet.lines.map((line) => drawn(line, widths.length, all, look)));
  return table.toString().replace(/ +$/gm, '');
}

function drawn(line: Line, span: number, all: number, look: Look): Table.HorizontalTableRow {
  const { rule, ellipsis } = glyphsFor(look);
  if (line.kind === 'row') return [line.label, ...line.cells.map((cell) => coloured(cell, look))];
  if (line.kind === 'title')
    return [{ colSpan: span, content: styled(clip(line.text, all - PADDING, ellipsis), ['bold'], look) }];
  return [{ colSpan: span, content: rule.repeat(all), style: { 'padding-left': 0, 'padding-right': 0 } }];
}

const coloured = ({ text, verdict }: Cell, look: Look): string =>
  verdict ? inVerdictColour(verdict, text, look) : text;

/** No colour of cli-table3's own (`head`, `border`): it does not look at NO_COLOR. */
function emptyTable({ heads, align, tight }: Sheet, widths: readonly number[], look: Look): Table.Table {
  const { rule, heavy } = glyphsFor(look);
  const sides = ['left', 'right', 'middle', 'left-mid', 'right-mid', 'mid-mid'];
  const corners = ['top-mid', 'top-left', 'top-right', 'bottom-mid', 'bottom-left', 'bottom-right'];
  const bold = (head: string): string =>
    head
      .split('\n')
      .map((line) => styled(line, ['bold'], look))
      .join('\n');
  return new Table({
    head: ['', ...heads.map(bold)],
    colWidths: [...widths],
    colAligns: widths.map((_, place) => (place === 0 ? 'left' : align)),
    chars: {
      ...Object.fromEntries([...sides, ...corners].map((name) => [name, ''])),
      top: heavy,
      bottom: heavy,
      mid: rule,
    },
    style: {
      head: [],
      border: [],
      compact: true,
      ...(tight ? { 'padding-left': 0, 'padding-right': 0 } : {}),
    },
  });
}
