import type { Texts } from './texts/index.js';

/** How a text is to look where it is read, and in which language. */
export interface Look {
  /** Columns of the terminal. */
  readonly width: number;
  /** False: nothing but ASCII, borders and glyphs too. */
  readonly unicode: boolean;
  /** True: colour underlines what the glyphs and words already say. */
  readonly colour: boolean;
  readonly texts: Texts;
}

const COLOUR = /\u001b\[[\d;]*m/g;
const NO_COLUMN = /\p{M}/u;
const TWO_COLUMNS =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

const columnsOfOne = (character: string): number =>
  NO_COLUMN.test(character) ? 0 : TWO_COLUMNS.test(character) ? 2 : 1;

/** Terminal columns that a line takes: a colour takes none, an ideograph two. */
export const columns = (line: string): number =>
  [...line.replace(COLOUR, '')].reduce((sum, character) => sum + columnsOfOne(character), 0);

/** The text within `limit` columns, its end given up for `ellipsis` where it is longer. No colour inside, please. */
export function clip(text: string, limit: number, ellipsis: string): string {
  if (columns(text) <= limit) return text;
  const kept = splitAtColumn(text, Math.max(0, limit - columns(ellipsis)))[0];
  return kept + ellipsis;
}

/** Fills lines of at most `width` columns; lines after the first start with `indent`, and the first with `first`. */
export function wrap(text: string, width: number, first = '', indent = first): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/ +/).flatMap((word) => pieces(word, width - columns(indent)))) {
    if (!empty && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** A text without regard to words, in pieces that fit. */
export function pieces(word: string, room: number): string[] {
  const [head, rest] = splitAtColumn(word, Math.max(2, room));
  return rest === '' ? [head] : [head, ...pieces(rest, room)];
}

function splitAtColumn(text: string, limit: number): [string, string] {
  let used = 0;
  let at = 0;
  for (const character of text) {
    used += columnsOfOne(character);
    if (used > limit) break;
    at += character.length;
  }
  return [text.slice(0, at), text.slice(at)];
}
