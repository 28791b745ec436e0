import type { Foreseen } from '../model/prediction.js';
import { csv, markdownCode } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** Files that a hand fills in: for a spreadsheet, or for an editor. */
export type SheetFormat = 'csv' | 'markdown';

/** What is quickly typed for a verdict. */
export const SIGN_OF: Readonly<Record<Foreseen, string>> = {
  breached: 'x',
  detected: '!',
  defeated: '+',
  'not-applicable': '-',
};

/** An empty grid with its legend, to be filled in by hand. `file`: its name, for the line that says how to go on. */
export function emptySheet(
  attacks: readonly string[],
  defenses: readonly string[],
  format: SheetFormat,
  file: string,
  texts: Texts,
): string {
  const { prediction } = texts;
  // A dash of the legend must not begin a list of its own.
  const sign = (verdict: Foreseen): string =>
    format === 'csv' ? SIGN_OF[verdict] : markdownCode(SIGN_OF[verdict]);
  const signs = (Object.keys(SIGN_OF) as Foreseen[]).map((verdict) =>
    prediction.sign(sign(verdict), texts.verdict[verdict], texts.means[verdict]),
  );
  const legend = [prediction.howTo, ...signs, prediction.afterwards(file)];
  const head = [texts.WORDS.attack, ...defenses];
  return format === 'csv'
    ? asCsv(legend, head, attacks)
    : asMarkdown(prediction.title, legend, head, attacks);
}

function asCsv(legend: readonly string[], head: readonly string[], attacks: readonly string[]): string {
  const rows = [head, ...attacks.map((attack) => [attack, ...head.slice(1).map(() => '')])];
  return [...legend.map((line) => csv(`# ${line}`)), ...rows.map((row) => row.map(csv).join(','))]
    .map((line) => `${line}\n`)
    .join('');
}

/** Columns of one width, so that the grid can be filled in where it stands. */
function asMarkdown(
  title: string,
  legend: readonly string[],
  head: readonly string[],
  attacks: readonly string[],
): string {
  const [first = '', ...defenses] = head;
  const names = attacks.map(markdownCode);
  const columns = defenses.map(markdownCode);
  const widest = Math.max(first.length, ...names.map(({ length }) => length));
  const row = (name: string, cells: readonly string[]): string =>
    `| ${name.padEnd(widest)} | ${cells.map((cell, at) => cell.padEnd(columns[at]!.length)).join(' | ')} |`;
  const table = [
    row(first, columns),
    `| :${'-'.repeat(widest - 1)} | ${columns.map(({ length }) => `:${'-'.repeat(length - 2)}:`).join(' | ')} |`,
    ...names.map((name) =>
      row(
        name,
        columns.map(() => ''),
      ),
    ),
  ];
  return `# ${title}\n\n${legend.map((line) => `- ${line}`).join('\n')}\n\n${table.join('\n')}\n`;
}
