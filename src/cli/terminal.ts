import type { WriteStream } from 'node:tty';
import type { Format, Look } from '../report/index.js';
import { inAscii } from '../report/texts/index.js';
import { texts } from './language.js';
import { type Environment, speaksUtf8 } from './locale.js';

const WIDTH = 80;

/** What the terminal behind standard output can show. A pipe gets COLUMNS where that is set, else 80 columns, and no colour. */
export function lookOf(
  out: Pick<WriteStream, 'isTTY' | 'columns'>,
  environment: Environment = process.env,
): Look {
  return {
    width: (out.isTTY && out.columns) || columnsIn(environment),
    colour: wantsColour(out, environment),
    ...lettersIn(environment),
  };
}

/** POSIX: COLUMNS overrides what would be assumed; too few to read, or no number, is nothing said. */
function columnsIn({ COLUMNS }: Environment): number {
  const columns = Number(COLUMNS);
  return Number.isInteger(columns) && columns >= 40 ? columns : WIDTH;
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
  colour: false,
  ...lettersIn(environment),
});

/** What the reader of a format can be shown. A picture is looked at elsewhere: what this terminal lacks is no matter. */
export function lookFor(format: Format | null, output: string | undefined): Look {
  const look = output === undefined ? lookOf(process.stdout) : lookOfFile();
  return format === 'svg' ? { ...look, unicode: true, texts: texts() } : look;
}

function lettersIn(environment: Environment): Pick<Look, 'unicode' | 'texts'> {
  const unicode = speaksUtf8(environment);
  return { unicode, texts: unicode ? texts() : inAscii(texts()) };
}
