import { COMMANDS, type Command, type CommandName, FLAGS, type Flag, type FlagName } from './commands.js';

/** Help in 80 columns of ASCII, from the same data that the parser reads. */
export function helpFor(name: CommandName | null): string {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  return (command ? aboutOne(command) : aboutAll()).join('\n\n');
}

function aboutAll(): string[] {
  return [
    'mallory: an attack-and-defense laboratory for chat security. Every verdict is\nfought over a real socket on 127.0.0.1 and judged from ground truth.',
    section(
      'Commands',
      COMMANDS.map((command) => [usageOf(command), command.tells]),
    ),
    section('Try', TRY, ' # '),
    section('Exit codes', EXITS),
    'mallory COMMAND --help tells the flags of one. NO_COLOR=1 is honoured.\nRead on: README.md, REPORT.md (the measured grid), docs/plugins.md.',
  ];
}

function aboutOne(command: Command): string[] {
  const { word, tells, flags, examples, formats } = command;
  const words = word ? [section('Name', [[word.name, word.tells]])] : [];
  return [
    `mallory ${usageOf(command)}: ${tells}`,
    ...words,
    section(
      'Flags',
      [...flags, 'help' as const].map((name) => flagLine(name, formats)),
    ),
    ...(examples.length > 0 ? [section('Examples', examples, ' # ')] : []),
  ];
}

const usageOf = ({ name, word, flags }: Command): string =>
  [name, ...(word ? [wordOf(word)] : []), ...(flags.length > 0 ? ['[flags]'] : [])].join(' ');

const wordOf = ({ name, many }: NonNullable<Command['word']>): string => `[${name}${many ? '..' : ''}]`;

function flagLine(name: FlagName, formats: string | undefined): readonly [string, string] {
  const { takes, tells }: Flag = FLAGS[name];
  return [takes ? `--${name} ${takes}` : `--${name}`, name === 'format' ? (formats ?? tells) : tells];
}

const TRY = [
  ['mallory scenario', 'what there is'],
  ['mallory scenario rogue-server --defense signature', 'ten attacks, told'],
  ['mallory matrix', 'the whole grid'],
] as const;

const EXITS = [
  ['0', 'every trial is conclusive, whoever won'],
  ['1', 'a trial or a control proved nothing, or a breach under --fail-on-breach'],
  ['2', 'what was typed is wrong'],
  ['3', 'the machine refuses: an unwritable file, a taken port, weak containment'],
] as const;

/** Two columns under a title. */
function section(title: string, lines: readonly (readonly [string, string])[], between = '  '): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return [title, ...lines.map(([left, right]) => `  ${left.padEnd(width)}${between}${right}`)].join('\n');
}
