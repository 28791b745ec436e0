/** What can be typed, as data: help and errors need nothing else. Each command's own file does its work. */

export interface Flag {
  readonly tells: string;
  /** What follows the flag; a flag without it is a switch. */
  readonly takes?: string;
  /** May be given several times, and takes several values behind commas. */
  readonly many?: true;
}

export const FLAGS = {
  scenario: { tells: 'only these scenarios', takes: 'a,b', many: true },
  attack: { tells: 'only these attacks, "rewrite" or "rogue-server/rewrite"', takes: 'a,b', many: true },
  defense: { tells: 'against these; a comma lists, a plus composes', takes: 'a,b+c', many: true },
  against: { tells: 'scenarios, attacks, or everything', takes: 'a,b', many: true },
  seed: { tells: 'what is said and when, 0 to 4294967295 (default 1)', takes: 'N' },
  skew: { tells: 'how many seconds a clock is ahead, as in alice=-45', takes: 'NICK=S', many: true },
  format: { tells: 'table, markdown, csv, json, latex or svg', takes: 'F' },
  output: { tells: 'write there, whole or not at all', takes: 'FILE' },
  trace: { tells: 'write every event of the fights there, as NDJSON', takes: 'FILE' },
  html: { tells: 'write the report there as one HTML file', takes: 'FILE' },
  'in-french': { tells: 'write the report there in French, too', takes: 'FILE' },
  plugin: { tells: 'load attacks and defenses from an ES module', takes: 'FILE', many: true },
  safety: { tells: 'strict refuses any but the strongest containment', takes: 'LEVEL' },
  'with-secrets': { tells: 'leave in the trace what nobody guessed' },
  'fail-on-breach': { tells: 'exit 1 if anything is breached' },
  explain: { tells: 'fight what would stop each attack that got through' },
  'leave-one-out': { tells: 'fight one composition without each of its parts in turn' },
  jobs: { tells: 'how many threads fight side by side (default: by the work)', takes: 'N' },
  init: { tells: 'write an empty grid there (.csv or .md), to be filled in', takes: 'FILE' },
  hints: { tells: 'how many hints of each question to open, 0 to 3', takes: 'N' },
  port: { tells: 'listen there on 127.0.0.1 (default: any that is free)', takes: 'N' },
  lang: { tells: 'en or fr (default: by the locale; studio: by the browser)', takes: 'LANG' },
  quiet: { tells: 'no progress on the terminal' },
  help: { tells: 'show this' },
} as const satisfies Record<string, Flag>;
export type FlagName = keyof typeof FLAGS;

/** What was typed behind a command. */
export interface Typed {
  /** The words that are no flags. */
  readonly words: readonly string[];
  readonly switches: ReadonlySet<FlagName>;
  /** The values of a flag, in order; empty where it was not given. */
  all(flag: FlagName): readonly string[];
  /** The value of a flag that takes one. */
  one(flag: FlagName): string | undefined;
}

export interface Command {
  readonly name: string;
  /** The word that may follow. */
  readonly word?: { readonly name: string; readonly tells: string; readonly many?: true };
  readonly tells: string;
  readonly flags: readonly FlagName[];
  /** What --format takes, where it is not what FLAGS tells. */
  readonly formats?: string;
  readonly examples: readonly (readonly [string, string])[];
}

const PREDICTING = ['seed', 'format', 'output', 'plugin', 'safety', 'jobs', 'quiet'] as const;
const FIGHTING = ['seed', 'format', 'output', 'plugin', 'safety', 'jobs', 'fail-on-breach', 'quiet'] as const;

export const COMMANDS = [
  {
    name: 'scenario',
    word: { name: 'name', tells: 'which one; without it, they are listed' },
    tells: 'tell a family of attacks as stories',
    flags: ['attack', 'defense', 'skew', 'explain', 'trace', 'with-secrets', ...FIGHTING],
    examples: [
      ['mallory scenario', 'list the scenarios'],
      ['mallory scenario rogue-server', 'the defenses of its card'],
      ['mallory scenario rogue-server --defense signature', 'its stories'],
      ['mallory scenario replay --skew alice=-20', 'a slow clock'],
      ['mallory scenario insider --trace fight.ndjson', 'every byte'],
    ],
  },
  {
    name: 'matrix',
    tells: 'fight all attacks against all defenses',
    flags: ['scenario', 'attack', 'defense', 'explain', 'leave-one-out', ...FIGHTING],
    examples: [
      ['mallory matrix', 'the whole grid'],
      ['mallory matrix --defense none,fernet+signature', 'compare two'],
      ['mallory matrix --scenario replay --format csv', 'for a spreadsheet'],
      ['mallory matrix --defense ttl --explain', 'what would help'],
      ['mallory matrix --leave-one-out --defense ttl+mac', 'what for'],
      ['mallory matrix --format latex --output grid.tex', 'for a report'],
      ['mallory matrix --output grid.svg', 'a picture of the grid'],
      ['mallory matrix --plugin my-mac.js', 'with a defense of your own'],
    ],
  },
  {
    name: 'advise',
    tells: 'search the smallest stacks that stop some attacks',
    flags: ['against', 'seed', 'format', 'output', 'plugin', 'safety', 'jobs', 'quiet'],
    formats: 'table, markdown or json',
    examples: [
      ['mallory advise --against replay,rogue-server/forge', 'a scenario, an attack'],
      ['mallory advise --against everything', 'as far as it goes'],
    ],
  },
  {
    name: 'report',
    tells: 'fight everything and write it up (Markdown, HTML)',
    flags: ['seed', 'output', 'html', 'leave-one-out', 'in-french', 'safety', 'jobs', 'quiet'],
    examples: [
      ['mallory report --output REPORT.md', 'write the report'],
      ['mallory report --html report.html', 'one page: grid, diagrams, bytes'],
    ],
  },
  {
    name: 'slides',
    tells: 'fight a scenario and make slides of it, in HTML',
    flags: ['scenario', 'defense', 'seed', 'output', 'plugin', 'safety', 'jobs', 'quiet'],
    examples: [
      ['mallory slides --output slides.html', 'the rogue server'],
      ['mallory slides --scenario replay --output replay.html', 'another'],
    ],
  },
  {
    name: 'lesson',
    word: { name: 'name', tells: 'of which scenario; without it, they are listed' },
    tells: 'what to notice, questions, and hints one by one',
    flags: ['hints', 'format', 'output'],
    formats: 'table, markdown or json',
    examples: [
      ['mallory lesson', 'list them'],
      ['mallory lesson rogue-server', 'no hint yet'],
      ['mallory lesson replay --hints 2', 'two hints for each question'],
    ],
  },
  {
    name: 'predict',
    word: { name: 'file', tells: 'a grid that was filled in by hand' },
    tells: 'compare what you predict with what is fought',
    flags: ['init', 'scenario', 'attack', 'defense', 'explain', ...PREDICTING],
    formats: 'table, markdown or json',
    examples: [
      ['mallory predict --init mine.csv --scenario replay', 'an empty grid'],
      ['mallory predict mine.csv', 'right or wrong, and why'],
      ['mallory predict --init all.md --defense none,fernet', 'in Markdown'],
    ],
  },
  {
    name: 'claims',
    word: { name: 'number', tells: 'which of them; without it, all 32', many: true },
    tells: 'settle what students wrote, by experiment',
    flags: ['seed', 'format', 'output', 'safety', 'quiet'],
    formats: 'table, markdown, csv, json or latex',
    examples: [
      ['mallory claims', 'all of them'],
      ['mallory claims 16 28', 'Fernet and integrity; what a TTL does'],
      ['mallory claims --format json', 'for a program'],
    ],
  },
  {
    name: 'lab',
    word: { name: 'name', tells: 'which one; without it, they are listed' },
    tells: "play the coursework's own programs",
    flags: ['seed', 'format', 'output', 'safety', 'quiet'],
    formats: 'table, markdown or json',
    examples: [
      ['mallory lab', 'list them'],
      ['mallory lab big-brother', 'subscribe and read'],
      ['mallory lab pickle', 'with a real python3, where there is one'],
    ],
  },
  {
    name: 'studio',
    tells: 'serve the live page for a class',
    flags: ['port', 'plugin', 'safety'],
    examples: [
      ['mallory studio', 'prints the address to open'],
      ['mallory studio --port 8080 --lang fr', 'the same each time'],
    ],
  },
  {
    name: 'doctor',
    tells: 'say what this machine and this terminal give',
    flags: [],
    examples: [],
  },
  {
    name: 'completion',
    word: { name: 'shell', tells: 'bash or zsh; without it, the shell you are in' },
    tells: 'print a completion script for your shell',
    flags: [],
    examples: [
      ['source <(mallory completion bash)', 'for this session'],
      ['mallory completion zsh >> ~/.zshrc', 'for good'],
    ],
  },
] as const satisfies readonly Command[];

export type CommandName = (typeof COMMANDS)[number]['name'];
