import type { Matrix } from '../../src/model/results.js';
import { VERDICTS, type Verdict } from '../../src/model/verdict.js';
import { glyphsFor } from '../../src/report/glyphs.js';
import { WORD_OF } from '../../src/report/verdict-words.js';

/** What a format says, read back: verdicts row by row, in the order of attacks and of defenses. */
export type Read = readonly (readonly Verdict[])[];

export const expected = ({ attacks, defenses, trials }: Matrix): Read =>
  attacks.map(({ id }) =>
    defenses.map(
      (defense) => trials.find((trial) => trial.attack === id && trial.defense === defense.id)!.verdict,
    ),
  );

/** RFC 4180, written apart from the renderer. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted && character === '"' && text[at + 1] === '"') field += text[++at];
    else if (character === '"') {
      if (!quoted && field !== '') throw new Error('a quote inside a field that is not quoted');
      quoted = !quoted;
      if (!quoted && text[at + 1] !== ',' && text[at + 1] !== '\r')
        throw new Error('text after a closing quote');
    } else if (!quoted && (character === ',' || character === '\r')) {
      rows.at(-1)!.push(field);
      field = '';
      if (character === '\r') {
        if (text[++at] !== '\n') throw new Error('a CR without its LF');
        rows.push([]);
      }
    } else field += character;
  }
  if (field !== '' || rows.pop()?.length !== 0) throw new Error('no CRLF at the end');
  return rows;
}

export function readCsv(text: string, { defenses }: Matrix): Read {
  const [head, ...rows] = parseCsv(text);
  const at = head!.indexOf('verdict');
  const verdicts = rows.map((row) => row[at] as Verdict);
  return Array.from({ length: verdicts.length / defenses.length }, (_, n) =>
    verdicts.slice(n * defenses.length, (n + 1) * defenses.length),
  );
}

export const readJson = (text: string): Read => expected(JSON.parse(text));

/** The bars of a table that are not escaped. */
const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

export const readMarkdown = (text: string, { attacks }: Matrix): Read =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2, 2 + attacks.length)
    .map((line) =>
      cellsOf(line)
        .slice(1)
        .map((cell) => VERDICTS.find((verdict) => cell.endsWith(WORD_OF[verdict]))!),
    );

/** Reads glyphs beneath each other; a table that was split is joined again. */
export function readTable(text: string, { attacks }: Matrix, unicode: boolean): Read {
  const glyphs = glyphsFor({ unicode });
  const tables = text.split(glyphs.heavy.repeat(8)).filter((part) => part.includes(glyphs.rule.repeat(8)));
  const rows = tables.map((table) => rowsOf(table, glyphs.verdict, attacks.length));
  return attacks.map((_, n) => rows.flatMap((table) => table[n]!));
}

function rowsOf(table: string, glyph: Readonly<Record<Verdict, string>>, count: number): Verdict[][] {
  const verdictOf = (sign: string): Verdict => VERDICTS.find((verdict) => glyph[verdict] === sign)!;
  const trials = table
    .split('\n')
    .filter((line) => /^ {1,3}\S.* {2,}\S/.test(line))
    .map((line) =>
      line
        .trim()
        .split(/ {2,}/)
        .slice(1)
        .map((cell) => verdictOf(cell.split(' ')[0]!)),
    );
  return trials.filter((cells) => cells.every((verdict) => verdict !== undefined)).slice(0, count);
}

/** Signs and words of a cell, and what they say. */
const LATEX: Readonly<Record<string, Verdict>> = {
  '{\\boldmath$\\times$}': 'breached',
  '\\textbf{!}': 'detected',
  '$\\surd$': 'defeated',
  '{--}': 'not-applicable',
  '\\textbf{?}': 'inconclusive',
  '\\textbf{breached}': 'breached',
  '\\textit{detected}': 'detected',
  defeated: 'defeated',
  'n/a': 'not-applicable',
  inconclusive: 'inconclusive',
};

/** Tabulars with a `\quad` line for each attack, of the first columns or of the next ones, rows in their order. */
export const readLatex = (text: string, { attacks, defenses }: Matrix): Read => {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('\\quad '))
    .map((line) =>
      line
        .replace(/ \\\\$/, '')
        .split(/(?<!\\)&/)
        .slice(1)
        .map((cell) => LATEX[cell.trim()]!),
    )
    .filter((cells) => cells.every((verdict) => verdict !== undefined));
  // Every attack's columns may stand in several tabulars: joined, they are as many as the defenses.
  const blocks = rows.length / attacks.length;
  if (!Number.isInteger(blocks)) throw new Error('not every attack stands in as many tabulars');
  const joined = attacks.map((_, n) =>
    Array.from({ length: blocks }, (_, block) => rows[block * attacks.length + n]!).flat(),
  );
  if (joined.some((cells) => cells.length !== defenses.length)) throw new Error('a cell is missing');
  return joined;
};

/** The signs in the cells of the picture, row by row; the swatches of its legend have no title. */
export const readSvg = (text: string, { defenses }: Matrix): Read => {
  const glyphs = glyphsFor({ unicode: true }).verdict;
  const cells = [
    ...text.matchAll(/<g class="cell [a-z-]+"><title>[^<]*<\/title>.*?<text[^>]*>(\S)[^<]*<\/text>/g),
  ];
  const verdicts = cells.map(([, sign]) => VERDICTS.find((verdict) => glyphs[verdict] === sign)!);
  return Array.from({ length: verdicts.length / defenses.length }, (_, n) =>
    verdicts.slice(n * defenses.length, (n + 1) * defenses.length),
  );
};
