import type { WriteStream } from 'node:tty';
import type { Look } from '../report/index.js';

type Environment = Readonly<Record<string, string | undefined>>;

const WIDTH = 80;

/** What the terminal behind standard output can show. A pipe gets COLUMNS where that is set, else 80 columns, and no colour. */
export function lookOf(
  out: Pick<WriteStream, 'isTTY' | 'columns'>,
  environment: Environment = process.env,
): Look {
  return {
    width: (out.isTTY && out.columns) || columnsIn(environment),
    unicode: speaksUtf8(environment),
    colour: wantsColour(out, environment),
  };
}

/** POSIX: COLUMNS overrides what would be assumed; too few to read, or no number, is nothing said. */
function columnsIn({ COLUMNS }: Environment): number {
  const columns = Number(COLUMNS);
  return Number.isInteger(columns) && columns >= 40 ? columns : WIDTH;
}

/** POSIX: the first of these that is not empty decides; where none is, the locale is C, which is ASCII. */
export function speaksUtf8(
  { LC_ALL, LC_CTYPE, LANG, WT_SESSION }: Environment,
  platform = process.platform,
): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  if (locale) return /utf-?8/i.test(locale);
  return platform === 'darwin' || (platform === 'win32' && Boolean(WT_SESSION));
}

/** https://no-color.org; FORCE_COLOR as Node reads it, but nobody who said NO_COLOR is overruled. */
function wantsColour(
  { isTTY }: Pick<WriteStream, 'isTTY'>,
  { NO_COLOR, FORCE_COLOR, TERM }: Environment,
): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return Boolean(isTTY) && TERM !== 'dumb';
}

/** What a file can show: 80 columns, no colour. */
export const lookOfFile = (environment: Environment = process.env): Look => ({
  width: WIDTH,
  unicode: speaksUtf8(environment),
  colour: false,
});
