/** From words to what they name. Every function throws WrongUsage with the nearest valid word. */

import { availableParallelism } from 'node:os';
import { ALIASES, compose, SenselessComposition, WITHOUT } from '../defenses/compose.js';
import { type Attack, scenarioOf } from '../model/attack.js';
import type { Scenario } from '../model/scenario.js';
import type { Stack } from '../model/stack.js';
import { FORMATS, type Format, STORY_FORMATS, type StoryFormat } from '../report/index.js';
import { LANGS, type Lang } from '../report/texts/index.js';
import type { Catalogue } from './catalogue.js';
import type { Typed } from './commands.js';
import { WrongUsage } from './exit.js';
import { words } from './language.js';
import { quoted, unknown } from './nearest.js';

export function scenarioNamed(name: string, { scenarios }: Catalogue): Scenario {
  const scenario = scenarios.find(({ id }) => id === name);
  if (!scenario)
    throw unknown(
      'scenario',
      name,
      scenarios.map(({ id }) => id),
    );
  return scenario;
}

/** The attacks that the words name, among those of the scenarios; all of them where there is no word. */
export function attacksNamed(
  typed: readonly string[],
  scenarios: readonly Scenario[],
  { attacks, grid }: Catalogue,
): Attack[] {
  const there = attacks.filter(({ id }) => scenarios.some((scenario) => scenario.id === scenarioOf(id)));
  for (const word of typed)
    if (!there.some((attack) => isNamed(attack, word))) throw noAttack(word, there, attacks);
  if (there.length === 0)
    throw new WrongUsage(words().wrong.noAttacks(scenarios.map(({ id }) => id).join(', ')));
  if (typed.length > 0) return there.filter((attack) => typed.some((word) => isNamed(attack, word)));
  // Without a word the rows of the grid; a scenario that has none there is played whole.
  const rows = there.filter((attack) => grid.includes(attack));
  return rows.length > 0 ? rows : there;
}

function noAttack(word: string, there: readonly Attack[], all: readonly Attack[]): WrongUsage {
  const elsewhere = all.find((attack) => isNamed(attack, word));
  if (!elsewhere)
    return unknown(
      'attack',
      word,
      there.map(({ id }) => id),
    );
  return new WrongUsage(
    words().wrong.otherScenario(quoted(word), quoted(elsewhere.id), scenarioOf(elsewhere.id)),
  );
}

const isNamed = ({ id }: Attack, word: string): boolean =>
  id === word || id.slice(scenarioOf(id).length + 1) === word;

interface Rows {
  readonly scenarios: readonly Scenario[];
  readonly attacks: Attack[];
}

/** The rows of the grid that `--scenario` and `--attack` name; all of them where they are not there. */
export function rowsAsked(typed: Typed, catalogue: Catalogue): Rows {
  const names = typed.all('scenario');
  const scenarios =
    names.length === 0 ? catalogue.scenarios : names.map((name) => scenarioNamed(name, catalogue));
  return { scenarios, attacks: attacksNamed(typed.all('attack'), scenarios, catalogue) };
}

/** The same with the columns that `--defense` names. */
export function gridAsked(typed: Typed, catalogue: Catalogue): Rows & { readonly stacks: Stack[] } {
  const rows = rowsAsked(typed, catalogue);
  const defenses = typed.all('defense');
  return {
    ...rows,
    stacks: stacksNamed(defenses.length === 0 ? catalogue.defenses : defenses, catalogue),
  };
}

/** The defenses that the words name, each once, composed. */
export function stacksNamed(typed: readonly string[], { parts }: Catalogue): Stack[] {
  const stacks = typed.map((word) => {
    for (const name of word
      .split(WITHOUT)
      .flatMap((half) => half.split('+'))
      .map((part) => part.trim()))
      refuseUnknownPart(name, word, ['none', ...Object.keys(ALIASES), ...parts.map(({ id }) => id)]);
    try {
      return compose(word, parts);
    } catch (error) {
      if (error instanceof SenselessComposition) throw new WrongUsage(words().elsewhere(error.message));
      throw error;
    }
  });
  return stacks.filter(({ id }, index) => stacks.findIndex((other) => other.id === id) === index);
}

function refuseUnknownPart(name: string, word: string, parts: readonly string[]): void {
  if (name === '') throw new WrongUsage(words().wrong.besidePlus(quoted(word)));
  if (!parts.includes(name)) throw unknown('defense', name, parts);
}

const LARGEST_SEED = 2 ** 32 - 1;

export function seedIn(typed = '1'): number {
  const seed = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  if (seed <= LARGEST_SEED) return seed;
  const near = /^\d+$/.test(typed) ? LARGEST_SEED : Math.abs(Math.trunc(Number.parseFloat(typed))) || 1;
  throw new WrongUsage(words().wrong.seed(quoted(typed), LARGEST_SEED, Math.min(near, LARGEST_SEED)));
}

const MOST_JOBS = 64;
/** So many cells take as long as two or three threads take to start, and to get as fast as one that has fought a while. */
const CELLS_A_JOB = 60;

/** How many threads are to fight: as many as typed; else one for each so many cells, and no more than there are processors. */
export function jobsIn(typed: string | undefined, cells: number): number {
  if (typed === undefined)
    return Math.max(1, Math.min(availableParallelism(), Math.floor(cells / CELLS_A_JOB)));
  const jobs = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  const near = Math.max(1, Math.min(MOST_JOBS, Math.abs(Math.trunc(Number.parseFloat(typed))) || 1));
  throw new WrongUsage(words().wrong.jobs(quoted(typed), MOST_JOBS, near));
}

const A_DAY = 86_400;

/** Seconds that members' clocks are ahead, from words like `alice=-45`. */
export function skewsIn(typed: readonly string[], cast: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    typed.map((word) => {
      const [nick = '', seconds = ''] = word.split('=', 2);
      if (!/^[+-]?\d+(\.\d+)?$/.test(seconds))
        throw new WrongUsage(words().wrong.skew(quoted(word), cast.includes(nick) ? nick : cast[0]!));
      if (!cast.includes(nick)) throw unknown('member', nick, cast);
      if (Math.abs(Number(seconds)) > A_DAY)
        throw new WrongUsage(words().wrong.skewTooLarge(quoted(word), nick, A_DAY));
      return [nick, Number(seconds)];
    }),
  );
}

const FORMAT_OF: Readonly<Record<string, Format>> = {
  md: 'markdown',
  csv: 'csv',
  json: 'json',
  tex: 'latex',
  svg: 'svg',
};

/** What a name may end in that nobody means as text: a table must not lie in such a file. */
const FOREIGN: readonly string[] = [
  'pdf',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'html',
  'htm',
  'docx',
  'odt',
  'xlsx',
  'ods',
];

/** The format asked for, else the one that the output's name tells; null where nothing does. Throws WrongUsage. */
export function formatIn(typed: string | undefined, output: string | undefined): Format | null {
  if (typed === undefined) {
    const ending = output?.split('.').at(-1)?.toLowerCase() ?? '';
    if (FOREIGN.includes(ending)) throw new WrongUsage(words().wrong.noSuchEnding(quoted(`.${ending}`)));
    return FORMAT_OF[ending] ?? null;
  }
  const format = FORMATS.find((name) => name === typed);
  if (!format) throw unknown('format', typed, FORMATS);
  return format;
}

/** The same, of the formats that what is no grid has; a terminal's where nothing tells. Throws WrongUsage for the others. */
export function storyFormatIn(typed: Typed): StoryFormat {
  const asked = typed.one('format');
  if (asked !== undefined && !FORMATS.some((name) => name === asked))
    throw unknown('format', asked, STORY_FORMATS);
  const format = formatIn(asked, typed.one('output')) ?? 'table';
  const told = STORY_FORMATS.find((candidate) => candidate === format);
  if (told) return told;
  throw new WrongUsage(words().wrong.forGrids(quoted(format)));
}

const MOST_HINTS = 3;

/** How many hints of each question to open; none where none was typed. */
export function hintsIn(typed = '0'): number {
  if (/^\d{1,3}$/.test(typed) && Number(typed) <= MOST_HINTS) return Number(typed);
  throw new WrongUsage(words().wrong.hints(quoted(typed), MOST_HINTS));
}

export function safetyIn(typed = 'best'): 'strict' | 'best' {
  if (typed === 'strict' || typed === 'best') return typed;
  throw unknown('safety level', typed, ['strict', 'best']);
}

const LARGEST_PORT = 65_535;

/** 0 where none was typed: any that is free. */
export function portIn(typed = '0'): number {
  if (/^\d{1,5}$/.test(typed) && Number(typed) <= LARGEST_PORT) return Number(typed);
  throw new WrongUsage(words().wrong.port(quoted(typed), LARGEST_PORT));
}

/** null where none was typed: whoever reads decides. */
export function languageIn(typed: string | undefined): Lang | null {
  if (typed === undefined) return null;
  const language = LANGS.find((name) => name === typed);
  if (!language) throw unknown('language', typed, LANGS);
  return language;
}
