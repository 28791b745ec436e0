import yargs, { type Argv, type FallbackCompletionFunction } from 'yargs';
import {
  COMMANDS,
  type Command,
  type CommandName,
  FLAGS,
  type Flag,
  type FlagName,
  type Typed,
} from './commands.js';
import { WrongUsage } from './exit.js';
import { words } from './language.js';
import { quoted, unknown } from './nearest.js';

/** Only what was typed: no number that was a text, no spelling that nobody wrote. */
const PLAIN = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
};

/** The yargs parser: it takes words apart and completes them. What is valid is checked by us, what helps is in `help.ts`. */
export function parserFor(complete?: () => readonly string[] | null): Argv {
  const say = words();
  const parser = yargs([]).scriptName('mallory').locale('en').parserConfiguration(PLAIN);
  parser.help(false).version(false).exitProcess(false).fail(false);
  for (const command of COMMANDS)
    parser.command(
      usageOf(command),
      say.command(command.name),
      (own) => describe(own, command),
      () => {},
    );
  parser.option('help', { type: 'boolean', alias: 'h', describe: say.flag('help') });
  parser.option('lang', { type: 'string', describe: say.flag('lang') });
  parser.option('version', { type: 'boolean', describe: say.help.version });
  if (complete) offer(parser, complete);
  return parser;
}

const usageOf = ({ name, word }: Command): string =>
  word ? `${name} [${word.name}${word.many ? '..' : ''}]` : name;

function describe(parser: Argv, { name, word, flags }: Command & { name: CommandName }): Argv {
  const say = words();
  if (word) parser.positional(word.name, { describe: say.word(name), type: 'string' });
  for (const flag of flags) {
    const { takes }: Flag = FLAGS[flag];
    parser.option(flag, { type: takes ? 'string' : 'boolean', describe: say.flag(flag) });
  }
  return parser;
}

/** Values of a flag, where `complete` knows them; flags and commands as yargs offers them. */
function offer(parser: Argv, complete: () => readonly string[] | null): void {
  const answer: FallbackCompletionFunction = (_current, _typed, byDefault, done) => {
    const offered = complete();
    if (offered) done([...offered]);
    else byDefault((_, completions) => done(completions ?? []));
  };
  parser.completion('print-completion-script', false, answer);
}

/** The command and what was typed behind it. Throws WrongUsage. */
export async function parse(
  argv: readonly string[],
  parser: Argv,
): Promise<{ command: CommandName | null; typed: Typed; wants: 'help' | 'version' | null }> {
  refuseValues(argv);
  const parsed = (await parser.parseAsync([...argv])) as Record<string, unknown> & { _: (string | number)[] };
  const [name, ...rest] = parsed._.map(String);
  const command = name === undefined ? null : await commandOf(name);
  const named =
    command?.word && parsed[command.word.name] !== undefined
      ? [...[parsed[command.word.name]].flat().map(String), ...rest]
      : rest;
  const typed = typedIn(parsed, named, command);
  const wants = parsed.help ? 'help' : parsed.version ? 'version' : null;
  if (command && !wants) refuseWords(command, named);
  return { command: command?.name ?? null, typed, wants };
}

async function commandOf(name: string): Promise<Command & { name: CommandName }> {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command) return command;
  const { SCENARIOS } = await import('../../scenarios/index.js');
  if (SCENARIOS.some(({ id }) => id === name)) throw new WrongUsage(words().wrong.isScenario(name));
  throw unknown(
    'command',
    name,
    COMMANDS.map((candidate) => candidate.name),
  );
}

function refuseWords({ name, word }: Command, typed: readonly string[]): void {
  if (word?.many) return;
  const extra = typed[word ? 1 : 0];
  if (extra !== undefined) throw new WrongUsage(words().wrong.tooMuch(name, word?.name ?? '', quoted(extra)));
}

/** A switch with a value would be taken as one that is off. Throws WrongUsage. */
function refuseValues(argv: readonly string[]): void {
  const flags: Readonly<Record<string, Flag>> = FLAGS;
  for (const word of argv) {
    const name = /^--([a-z-]+)=/.exec(word)?.[1];
    if (name && Object.hasOwn(flags, name) && !flags[name]!.takes)
      throw new WrongUsage(words().wrong.takesNothing(name));
  }
}

const OWN = ['_', '$0', 'h', 'help', 'version'];

function typedIn(parsed: Record<string, unknown>, named: readonly string[], command: Command | null): Typed {
  const flags: readonly FlagName[] = ['lang', ...(command?.flags ?? [])];
  const given = Object.keys(parsed).filter((key) => !OWN.includes(key) && key !== command?.word?.name);
  const values = new Map<string, string[]>();
  const switches = new Set<FlagName>();
  for (const key of given) {
    const name = flags.find((flag) => flag === key);
    if (!name) throw unknownFlag(key, flags);
    const flag: Flag = FLAGS[name];
    if (flag.takes) values.set(name, valuesOf(name, flag, parsed[key]));
    else if (parsed[key] === true) switches.add(name);
  }
  return {
    words: named,
    switches,
    all: (flag) => values.get(flag) ?? [],
    one: (flag) => values.get(flag)?.[0],
  };
}

const dashed = (name: string): string => (name.length > 1 ? `--${name}` : `-${name}`);

const unknownFlag = (key: string, flags: readonly FlagName[]): WrongUsage =>
  unknown('flag', dashed(key), [...flags, 'help'].map(dashed));

function valuesOf(name: string, { takes, many }: Flag, raw: unknown): string[] {
  const given = (Array.isArray(raw) ? raw : [raw]).map(String);
  const values =
    many && name !== 'plugin'
      ? given.flatMap((value) => value.split(',')).map((value) => value.trim())
      : given;
  const { needsValue, emptyName } = words().wrong;
  const named = values.filter(Boolean);
  if (given.includes('') || named.length === 0) throw new WrongUsage(needsValue(name, takes!));
  if (named.length < values.length) throw new WrongUsage(emptyName(name, given.join(','), named.join(',')));
  if (!many && values.length > 1) throw new WrongUsage(words().wrong.givenTimes(name, values.length));
  return values;
}
