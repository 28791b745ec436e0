import { visible } from '../report/sanitize.js';
import { WrongUsage } from './exit.js';
import { words } from './language.js';
import type { Words } from './words/index.js';

/** Insertions, deletions and replacements from one word to another (Levenshtein 1966), row by row. */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...from].entries()) {
    const next = [down + 1];
    for (let at = 0; at < to.length; at++)
      next.push(Math.min(row[at + 1]! + 1, next[at]! + 1, row[at]! + (letter === to[at] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}

/** The valid word nearest to what was typed; capitals do not count, a whole name inside another comes first, then what begins so. */
export const nearest = (typed: string, valid: readonly string[]): string | undefined =>
  ranked(typed, valid)[0]?.name;

function ranked(typed: string, valid: readonly string[]): { readonly name: string; readonly far: number }[] {
  const word = typed.toLowerCase().slice(0, 100);
  const far = (candidate: string): number =>
    candidate.split('/').includes(word)
      ? 0
      : word.length > 1 && candidate.startsWith(word)
        ? 1
        : Math.min(...[candidate, ...candidate.split('/').slice(1)].map((name) => distance(word, name)));
  return valid.map((name) => ({ name, far: far(name) })).sort((a, b) => a.far - b.far);
}

/** What was typed, fit for a terminal. */
export const quoted = (typed: string): string =>
  words().quote(visible(typed.length > 60 ? `${typed.slice(0, 60)}…` : typed));

/** So many names are told beside a guess, and so many instead of one that would be far-fetched. */
const FEW = 7;
const MANY = 30;

/** `unknown defense "mack"; did you mean "mac"?`, and all that is valid where it is not much, or nothing is near. */
export function unknown(what: keyof Words['unknown'], typed: string, valid: readonly string[]): WrongUsage {
  const [near] = ranked(typed, valid);
  const say = words();
  const farFetched = near !== undefined && near.far > Math.max(1, typed.length / 2) && valid.length <= MANY;
  const all = valid.length <= (farFetched ? MANY : FEW) ? say.valid(valid.join(', ')) : '';
  const hint = near === undefined || farFetched ? '' : say.didYouMean(quoted(near.name));
  return new WrongUsage(`${say.unknown[what]} ${quoted(typed)}${hint}${all}`);
}
