/** Reads a grid that was filled in by hand: what stands where, and on which line. Throws WrongUsage with the line. */
import { readFileSync } from 'node:fs';
import type { Guess } from '../laboratory/prediction.js';
import type { Attack } from '../model/attack.js';
import type { Foreseen } from '../model/prediction.js';
import type { Stack } from '../model/stack.js';
import { type SheetFormat, SIGN_OF } from '../report/index.js';
import { ascii, visible } from '../report/sanitize.js';
import { LANGS, TEXTS } from '../report/texts/index.js';
import type { Catalogue } from './catalogue.js';
import { stacksNamed } from './choose.js';
import { WrongUsage } from './exit.js';
import { texts, words } from './language.js';
import { nearest, quoted, unknown } from './nearest.js';

/** What was filled in, and the cells that were left empty. */
export interface Sheet {
  readonly guesses: readonly Guess[];
  readonly empty: readonly { readonly attack: string; readonly defense: string }[];
}

const FORMAT_OF: Readonly<Record<string, SheetFormat>> = { csv: 'csv', md: 'markdown' };

/** By the ending of its name. */
export function sheetFormatOf(file: string): SheetFormat {
  const format = FORMAT_OF[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (!format) throw new WrongUsage(words().wrong.predictEnding(quoted(file)));
  return format;
}

/** The text of a file that somebody named. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new WrongUsage(words().wrong.noFile(visible(file)));
    const { why, isDirectory } = words().refused;
    const known: Readonly<Record<string, string>> = { ...why, EISDIR: isDirectory };
    throw new WrongUsage(words().wrong.unreadable(visible(file), known[code] ?? message));
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export function sheetIn(text: string, format: SheetFormat, file: string, catalogue: Catalogue): Sheet {
  const [head, ...rows] = rowsOf(text, format);
  if (!head) throw new WrongUsage(words().wrong.noTable(visible(file)));
  const at = <T>({ line }: Row, read: () => T): T => blaming(file, line, read);
  const stacks = at(head, () => stacksIn(head, catalogue));
  const seen = new Set<string>();
  const cells = rows.flatMap((row) =>
    at(row, () => {
      const attack = attackIn(row, catalogue);
      if (seen.has(attack.id)) throw new WrongUsage(words().wrong.twice(attack.id));
      seen.add(attack.id);
      return cellsIn(row, attack, stacks);
    }),
  );
  const guesses = cells.flatMap(({ attack, stack, predicted }) =>
    predicted === null ? [] : [{ attack, stack, predicted }],
  );
  if (guesses.length === 0) throw new WrongUsage(words().wrong.noPrediction(visible(file)));
  const empty = cells.filter(({ predicted }) => predicted === null);
  return { guesses, empty: empty.map(({ attack, stack }) => ({ attack: attack.id, defense: stack.id })) };
}

function blaming<T>(file: string, line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    throw new WrongUsage(words().wrong.atLine(visible(file), line, error.message));
  }
}

function stacksIn({ cells: [, ...typed] }: Row, catalogue: Catalogue): Stack[] {
  // Spreadsheets leave empty columns behind.
  const names = typed.slice(0, typed.findLastIndex((name) => name !== '') + 1);
  const stacks = names.map((name) => stacksNamed([name], catalogue)[0]!);
  const twice = stacks.find(({ id }, place) => stacks.findIndex((other) => other.id === id) !== place);
  if (twice) throw new WrongUsage(words().wrong.twice(twice.id));
  return stacks;
}

function attackIn({ cells: [name = ''] }: Row, { attacks }: Catalogue): Attack {
  const attack = attacks.find(({ id }) => id === name);
  if (attack) return attack;
  throw unknown(
    'attack',
    name,
    attacks.map(({ id }) => id),
  );
}

function cellsIn(
  { cells: [, ...typed] }: Row,
  attack: Attack,
  stacks: readonly Stack[],
): { attack: Attack; stack: Stack; predicted: Foreseen | null }[] {
  const beyond = typed.slice(stacks.length).find((cell) => cell !== '');
  if (beyond !== undefined) throw new WrongUsage(words().wrong.tooManyCells(quoted(beyond)));
  return stacks.map((stack, place) => ({ attack, stack, predicted: verdictIn(typed[place] ?? '') }));
}

const FORESEEN = Object.keys(SIGN_OF) as Foreseen[];

/** As it is compared: without accents, capitals and what Markdown puts around a word. */
const plain = (text: string): string =>
  ascii(
    text
      .replace(/[*`_\\]/g, '')
      .replace(/×/g, 'x')
      .trim()
      .toLowerCase(),
  ).replace(/\s+/g, ' ');

/** The same, with the dashes and crosses that an editor makes of what was typed. */
const signed = (text: string): string =>
  plain(text.replace(/[–—−]/g, '-').replace(/[✗✘]/g, 'x').replace(/[✓✔]/g, '+'));

/** Everything that means a verdict, in every language: its signs, its words, a sign before a word. */
const MEANT: readonly (readonly [string, Foreseen])[] = FORESEEN.flatMap((verdict) => {
  const said = LANGS.flatMap((lang) => [TEXTS[lang].verdict[verdict], TEXTS[lang].shortVerdict[verdict]]);
  const names = [verdict, ...said].map(plain);
  const signs = [signed(SIGN_OF[verdict])];
  return [...names, ...signs, ...signs.flatMap((sign) => names.map((name) => `${sign} ${name}`))].map(
    (name) => [name, verdict] as const,
  );
});

/** The verdict that a cell names, by a sign, a word or the beginning of one; null where it is empty. */
function verdictIn(typed: string): Foreseen | null {
  const word = signed(typed);
  if (word === '') return null;
  const exact = MEANT.find(([name]) => name === word);
  if (exact) return exact[1];
  const begun = new Set(MEANT.filter(([name]) => name.startsWith(word)).map(([, verdict]) => verdict));
  const [only] = begun;
  if (begun.size === 1) return only!;
  throw noVerdict(typed);
}

/** Whether it is words, and no abbreviation with a sign in it. */
const isSpeltOut = (word: string): boolean => /^[\p{L} ]+$/u.test(word);

/** The word for a verdict that is nearest to what was typed, whichever language it was typed in; the reader's comes first. */
function nearestWord(typed: string): string | undefined {
  const said = [texts(), ...LANGS.map((lang) => TEXTS[lang])].flatMap(({ verdict, shortVerdict }) =>
    FORESEEN.flatMap((foreseen) => [verdict[foreseen], shortVerdict[foreseen]]).filter(isSpeltOut),
  );
  const near = nearest(plain(typed), said.map(plain));
  return said.find((word) => plain(word) === near);
}

function noVerdict(typed: string): WrongUsage {
  const { verdict } = texts();
  const { wrong, didYouMean } = words();
  const near = nearestWord(typed);
  const valid = FORESEEN.map((foreseen) => wrong.signOr(verdict[foreseen], SIGN_OF[foreseen]));
  return new WrongUsage(
    wrong.noVerdict(quoted(typed), near === undefined ? '' : didYouMean(quoted(near)), valid.join(', ')),
  );
}

/** The rows of the first table, with their lines; the first of them is its head. */
const rowsOf = (text: string, format: SheetFormat): Row[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ line: at + 1, cells: format === 'csv' ? csvCells(line) : markdownCells(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/** A field of RFC 4180 without line breaks, and what ends it; French spreadsheets write semicolons. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",;]*))(?:[,;]|$)/y;

/** None for a line of the legend. */
function csvCells(line: string): string[] {
  if (/^"?#/.test(line)) return [];
  const cells: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < line.length) {
    const found = FIELD.exec(line);
    if (!found) return [line];
    cells.push((found[1]?.replace(/""/g, '"') ?? found[2] ?? '').trim());
  }
  return cells;
}

/** None for a line that is of no table, and for the rule below its head. */
function markdownCells(line: string): string[] {
  const row = line.trim();
  if (!row.startsWith('|') || /^[|\s:-]+$/.test(row)) return [];
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.replace(/[`*\\]/g, '').trim());
}
