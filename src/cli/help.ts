import { COMMANDS, type Command, type CommandName, FLAGS, type Flag, type FlagName } from './commands.js';
import { words } from './language.js';
import type { Words } from './words/index.js';

/** Help in 80 columns, from the same data that the parser reads. */
export function helpFor(name: CommandName | null): string {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  return (command ? aboutOne(command, words()) : aboutAll(words())).join('\n\n');
}

function aboutAll(say: Words): string[] {
  return [
    say.help.about,
    section(
      say.help.commands,
      COMMANDS.map((command) => [usageOf(command, say), say.command(command.name)]),
    ),
    section(say.help.try, triesOf(say), ' # '),
    section(say.help.exits, exitsOf(say)),
    say.help.more,
  ];
}

function aboutOne(command: Shipped, say: Words): string[] {
  const { name, flags, examples } = command;
  const named =
    'word' in command ? [section(say.help.name, [[say.takes(command.word.name), say.word(name)]])] : [];
  const played = examples.map(([typed], place) => [typed, say.example(name, place)] as const);
  return [
    say.help.one(usageOf(command, say), say.command(name)),
    ...named,
    section(
      say.help.flags,
      [...flags, 'lang' as const, 'help' as const].map((flag) => flagLine(flag, name, say)),
    ),
    ...(played.length > 0 ? [section(say.help.examples, played, ' # ')] : []),
  ];
}

type Shipped = (typeof COMMANDS)[number];

const usageOf = ({ name, word, flags }: Command, say: Words): string =>
  [name, ...(word ? [wordOf(word, say)] : []), ...(flags.length > 0 ? [say.flagsFollow] : [])].join(' ');

const wordOf = ({ name, many }: NonNullable<Command['word']>, say: Words): string =>
  `[${say.takes(name)}${many ? '..' : ''}]`;

function flagLine(flag: FlagName, command: CommandName, say: Words): readonly [string, string] {
  const { takes }: Flag = FLAGS[flag];
  return [
    takes ? `--${flag} ${say.takes(takes)}` : `--${flag}`,
    flag === 'format' ? say.formats(command) : say.flag(flag),
  ];
}

const triesOf = ({ help: { tries } }: Words) =>
  [
    ['mallory scenario', tries.list],
    ['mallory scenario rogue-server --defense signature', tries.tell],
    ['mallory matrix', tries.grid],
  ] as const;

const exitsOf = ({ help: { exit } }: Words) =>
  [
    ['0', exit.fine],
    ['1', exit.unproven],
    ['2', exit.usage],
    ['3', exit.machine],
  ] as const;

/** Two columns under a title. */
function section(title: string, lines: readonly (readonly [string, string])[], between = '  '): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return [title, ...lines.map(([left, right]) => `  ${left.padEnd(width)}${between}${right}`)].join('\n');
}
