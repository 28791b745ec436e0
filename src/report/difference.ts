import { align, around, type Pair, within } from './alignment.js';
import { type Glyphs, styled } from './glyphs.js';
import { columns, type Look } from './look.js';

/**
 * Two frames beneath each other, cut to what surrounds the changes, with a line of `^` under every changed place. The
 * texts must be fit for the terminal already.
 */
export function difference(
  before: string,
  after: string,
  room: number,
  glyphs: Glyphs,
  look: Look,
): [string, string, string] {
  const pairs = around(align([...before], [...after]), glyphs.ellipsis);
  const shown = within(pairs, room, glyphs.ellipsis);
  const width = ({ before, after }: Pair): number => Math.max(columns(before), columns(after));
  const line = (pick: (pair: Pair) => string): string =>
    shown.map((pair) => pick(pair) + glyphs.gap.repeat(width(pair) - columns(pick(pair)))).join('');
  const marks = shown
    .map((pair) => (pair.differs ? '^' : ' ').repeat(width(pair)))
    .join('')
    .trimEnd();
  return [line((pair) => pair.before), line((pair) => pair.after), styled(marks, ['bold', 'yellow'], look)];
}
