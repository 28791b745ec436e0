import { inFrench } from '../../src/report/texts/fr-said.js';

/** What stays as it is: ids of attacks and of compositions. */
const isId = (text: string): boolean => /^[a-z0-9+/-]+$/.test(text);

/** What people wrote, and the titles of works. */
const asWritten = (text: string): string =>
  text.replace(/“[^”]*”|«[^»]*»/g, '“”').replace('Mining Your Ps and Qs, USENIX Security', '');

/** Words that hold a sentence together in English, and mean nothing in French. */
const BINDING =
  /(?<![\p{L}/_-])(the|of|and|with|was|were|that|which|who|whoever|whose|nothing|nobody|got|through|stopped|breached|detected|defeated|refused|where|without|its|another|under|is|are|it|not|by|from|for|to|did|does|has|had|there|here|any|some|many|more|less|than|same|other|program|server|clock|deliveries|frames|showed|shown|held)(?![\p{L}/_-])/giu;

/** Each three words in a row. */
function runsOf(text: string): string[] {
  const words = asWritten(text).split(/\s+/);
  return words.flatMap((_, at) => {
    const run = words.slice(at, at + 3);
    return run.length === 3 && run.every((word) => /^[\p{L}’']{2,}[,;:.]?$/u.test(word)) ? run.join(' ') : [];
  });
}

/** What of this sentence is still English in French: all of it where it has no French. */
export function englishLeft(english: string): string[] {
  if (isId(english)) return [];
  const french = inFrench(english);
  if (french === null) return [english];
  const shared = runsOf(english).filter((run) => runsOf(french).includes(run));
  return [...shared, ...(asWritten(french).match(BINDING) ?? [])].map((left) => `${left}: ${french}`);
}
