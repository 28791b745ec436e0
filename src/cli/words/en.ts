import { COMMANDS, type CommandName, FLAGS, type FlagName } from '../commands.js';

const commandOf = (name: CommandName): (typeof COMMANDS)[number] =>
  COMMANDS.find((one) => one.name === name)!;

/** What plugins bring and name. */
type Thing = 'attack' | 'part' | 'scenario' | 'defense';

/** What the command line says in English: help, errors, progress, lists. What flags and commands do stands beside them. */
export const en = {
  flag: (name: FlagName): string => FLAGS[name].tells,
  command: (name: CommandName): string => commandOf(name).tells,
  word: (name: CommandName): string => {
    const command = commandOf(name);
    return 'word' in command ? command.word.tells : '';
  },
  example: (name: CommandName, place: number): string => commandOf(name).examples[place]?.[1] ?? '',
  formats: (name: CommandName): string => {
    const command = commandOf(name);
    return 'formats' in command ? command.formats : FLAGS.format.tells;
  },
  /** What follows a flag or a command, as a reader sees it. */
  takes: (what: string): string => what,
  flagsFollow: '[flags]',

  help: {
    about:
      'mallory: an attack-and-defense laboratory for chat security. Every verdict is\nfought over a real socket on 127.0.0.1 and judged from ground truth.',
    commands: 'Commands',
    try: 'Try',
    exits: 'Exit codes',
    name: 'Name',
    flags: 'Flags',
    examples: 'Examples',
    more: 'mallory COMMAND --help tells the flags of one. NO_COLOR=1 is honoured.\nRead on: README.md, REPORT.md (the measured grid), docs/plugins.md.',
    one: (usage: string, tells: string): string => `mallory ${usage}: ${tells}`,
    version: 'show the version',
    tries: { list: 'what there is', tell: 'its attacks, told', grid: 'the whole grid' },
    exit: {
      fine: 'every trial is conclusive, whoever won',
      unproven: 'a trial or a control proved nothing, or a breach under --fail-on-breach',
      usage: 'what was typed is wrong',
      machine: 'the machine refuses: an unwritable file, a taken port, weak containment',
    },
  },

  /** What another part of the program says in its own words. */
  elsewhere: (english: string): string => english,
  quote: (text: string): string => `"${text}"`,
  unknown: {
    scenario: 'unknown scenario',
    attack: 'unknown attack',
    'attack or scenario': 'unknown attack or scenario',
    defense: 'unknown defense',
    member: 'unknown member',
    format: 'unknown format',
    'safety level': 'unknown safety level',
    command: 'unknown command',
    flag: 'unknown flag',
    lab: 'unknown lab',
    shell: 'unknown shell',
    language: 'unknown language',
  },
  didYouMean: (near: string): string => `; did you mean ${near}?`,
  valid: (all: string): string => ` (valid: ${all})`,

  wrong: {
    adviseNeeds: 'advise needs to know against what, as in --against replay,rogue-server/forge',
    pluginDirectory: (file: string): string => `the plugin ${file} is a directory; name its file`,
    pluginFolder: (file: string): string => `there is no plugin ${file}: its directory does not exist`,
    pluginMissing: (file: string, hint: string): string => `there is no plugin ${file}${hint}`,
    pluginUnusable: (file: string, why: string): string => `cannot use the plugin ${file}: ${why}`,
    pluginTwice: (what: Thing, id: string): string => `its ${what} ${id} is already there; choose another id`,
    pluginNames: (by: string, what: Thing, name: string, near: string): string =>
      `${by} names the ${what} ${name}, which is unknown; did it mean ${near}?`,
    noAttacks: (scenarios: string): string => `${scenarios} has no attack`,
    otherScenario: (word: string, id: string, scenario: string): string =>
      `the attack ${word} is not of this scenario; did you mean ${id} of the scenario ${scenario}?`,
    besidePlus: (word: string): string =>
      `the defense ${word} has nothing beside a plus; it goes like fernet+signature`,
    seed: (typed: string, largest: number, near: number): string =>
      `the seed ${typed} is no whole number from 0 to ${largest}; did you mean ${near}?`,
    jobs: (typed: string, most: number, near: number): string =>
      `the number of jobs ${typed} is no whole number from 1 to ${most}; did you mean ${near}?`,
    hints: (typed: string, most: number): string =>
      `the number of hints ${typed} is no whole number from 0 to ${most}; did you mean ${most}?`,
    predictNeeds:
      'predict takes a grid that was filled in; "mallory predict --init mine.csv" writes an empty one',
    predictBoth: '--init writes an empty grid and takes no other file; fill it in, then give it alone',
    withInit: (flag: string): string =>
      `--${flag} goes with --init; a grid that was filled in says itself what is fought`,
    withoutInit: (flag: string): string => `--${flag} does not go with --init, which fights nothing`,
    predictEnding: (file: string): string =>
      `${file} ends neither in .csv nor in .md; the end of its name tells which kind of table it is`,
    noFile: (file: string): string => `there is no file ${file}; "mallory predict --init ${file}" writes one`,
    unreadable: (file: string, why: string): string => `cannot read ${file}: ${why}`,
    atLine: (file: string, line: number, why: string): string => `${file}, line ${line}: ${why}`,
    noTable: (file: string): string => `${file} holds no table; "mallory predict --init FILE" writes one`,
    noPrediction: (file: string): string =>
      `no cell of ${file} holds a prediction; write a verdict into one, as ✓ or defeated (a quote left open hides what follows)`,
    twice: (name: string): string => `${name} is there twice; leave one of them out`,
    tooManyCells: (typed: string): string => `the cell ${typed} stands under no defense`,
    noVerdict: (typed: string, hint: string, valid: string): string =>
      `${typed} is no verdict${hint} (valid: ${valid})`,
    signOr: (word: string, sign: string): string => `${word} or ${sign}`,
    skew: (word: string, nick: string): string =>
      `the skew ${word} is not of the form nick=seconds; did you mean ${nick}=-45?`,
    skewTooLarge: (word: string, nick: string, most: number): string =>
      `the skew ${word} is more than a day; it takes at most ${nick}=${most}`,
    port: (typed: string, largest: number): string =>
      `the port ${typed} is no whole number from 0 to ${largest}; did you mean 8080?`,
    claim: (word: string, count: number): string =>
      `there is no claim ${word}; their numbers go from 1 to ${count}, as in "mallory claims 16 28"`,
    whichShell: 'which shell? SHELL is not set; type "mallory completion bash" or "mallory completion zsh"',
    isScenario: (name: string): string => `${name} is a scenario; did you mean "mallory scenario ${name}"?`,
    tooMuch: (name: string, word: string, extra: string): string =>
      `${name} takes ${word === '' ? 'no name' : `one ${word}`}, and ${extra} is too much`,
    takesNothing: (flag: string): string => `--${flag} takes no value; did you mean "--${flag}" alone?`,
    needsValue: (flag: string, takes: string): string => `--${flag} needs a value: --${flag} ${takes}`,
    emptyName: (flag: string, typed: string, meant: string): string =>
      `--${flag} ${typed} has an empty name beside a comma; did you mean "--${flag} ${meant}"?`,
    givenTimes: (flag: string, times: number): string => `--${flag} is given ${times} times`,
    sameFile: (first: string, flag: string, file: string): string =>
      `${first} and ${flag} both name ${file}; give them two files`,
    goesWith: (flag: string, whose: 'scenario' | 'lab', example: string): string =>
      `--${flag} goes with a ${whose}'s name, as in "${example}"`,
    noSuchEnding: (ending: string): string =>
      `nothing is written as ${ending} here; did you mean ".svg"? (valid: .md, .csv, .json, .tex, .svg, or --format table)`,
    forGrids: (format: string): string =>
      `the format ${format} is for grids; did you mean "markdown"? (valid: table, markdown, json)`,
    leaveOne: (count: number): string =>
      `--leave-one-out takes one defense apart, and ${count === 0 ? 'none is' : `${count} are`} named; it goes like --defense fernet+signature`,
    leaveOneHtml:
      '--leave-one-out goes into the HTML report, as in "mallory report --html report.html --leave-one-out"',
    leaveOneOf: (word: string, parts: number): string =>
      `--leave-one-out takes a composition, and ${word} has ${parts === 0 ? 'no part' : 'one part only'}; it goes like --defense fernet+signature`,
  },

  refused: {
    write: (file: string, why: string): string => `cannot write ${file}: ${why}`,
    isDirectory: 'it is a directory',
    isThere: 'it is there already, and may hold predictions',
    why: {
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      ENOENT: 'there is no such directory',
      ENOTDIR: 'a part of the path is no directory',
      EROFS: 'the file system is read-only',
      ENOSPC: 'no space is left',
      ENAMETOOLONG: 'the name is too long',
    },
    listen: (port: number, why: string): string => `cannot listen on 127.0.0.1:${port}: ${why}`,
    whyNotListen: { EADDRINUSE: 'the port is taken', EACCES: 'permission denied' },
    standardOutput: (why: string): string => `cannot write to standard output: ${why}`,
    pageNotBuilt: (page: string): string => `the page ${page} is not built; run "npm run build"`,
    fault: "a fault of Mallory's own, please report it",
  },

  progress: (done: number, of: number): string => `${done} of ${of} cells`,

  scenarios: {
    attacks: (played: number): string => `${played} ${played === 1 ? 'attack' : 'attacks'}`,
    more: (count: number): string => `, ${count} more by name`,
    hint: 'mallory scenario NAME plays one; with --defense signature, say, it tells its stories.',
  },
  lessons: { hint: 'mallory lesson NAME shows one; --hints 1 opens the first hint of each question.' },
  labs: { hint: 'mallory lab NAME plays one, and says what stops it.' },

  doctor: {
    build: 'Build',
    containment: 'Containment',
    terminal: 'Terminal',
    bad: 'NOT GOOD ENOUGH: ',
    node: (version: string, range: string): string => `${version}, and it takes ${range}`,
    incomplete: 'dist is incomplete: run "npm run build"',
    stale: 'dist is there, older than the sources: run "npm run build"',
    built: 'dist is there',
    tiers: {
      namespace: 'the strongest tier',
      permission: 'not the strongest tier: --safety strict refuses it',
      none: 'nothing can be detonated here',
    },
    python: (version: string): string => `${version}, for "mallory lab pickle"`,
    noPython: 'none: "mallory lab pickle" is skipped',
    isTerminal: { true: 'a terminal', false: 'no terminal (a pipe or a file)' },
    columns: (width: number): string => `${width} columns`,
    ascii: 'ASCII (the locale names no UTF-8)',
    colour: { true: 'colour', false: 'no colour' },
    language: 'English',
  },
} as const;
