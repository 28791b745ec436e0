import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { CLAIMS } from '../claims/index.js';
import { DEFENSES } from '../defenses/index.js';
import { LABS } from '../labs/index.js';
import { FORMATS } from '../report/index.js';
import { LANGS } from '../report/texts/index.js';
import type { Typed } from './commands.js';
import { EXIT, WrongUsage } from './exit.js';
import { words } from './language.js';
import { unknown } from './nearest.js';

const SHELLS = ['bash', 'zsh'];

/** Prints a script that completes both binaries, `mallory` and `scenario`. */
export async function run(typed: Typed): Promise<number> {
  const shell = typed.words[0] ?? shellIn(process.env.SHELL);
  if (!SHELLS.includes(shell)) throw unknown('shell', shell, SHELLS);
  // yargs reads the shell off the environment, when the parser is made.
  process.env.SHELL = shell;
  delete process.env.ZSH_NAME;
  const { parserFor } = await import('./parser.js');
  const parser = parserFor(() => null);
  // The types know of no arguments: the program's name, and the command that its comment tells to run.
  (parser.showCompletionScript as (program: string, command: string) => unknown).call(
    parser,
    'mallory',
    'completion',
  );
  console.log(
    shell === 'zsh'
      ? 'compdef _mallory_yargs_completions scenario'
      : 'complete -o bashdefault -o default -F _mallory_yargs_completions scenario',
  );
  return EXIT.fine;
}

function shellIn(path: string | undefined): string {
  const name = path?.split('/').at(-1);
  if (name) return name;
  throw new WrongUsage(words().wrong.whichShell);
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--scenario': SCENARIOS.map(({ id }) => id),
  '--attack': ATTACKS.map(({ id }) => id),
  '--against': ['everything', ...SCENARIOS.map(({ id }) => id), ...ATTACKS.map(({ id }) => id)],
  '--defense': DEFENSES,
  '--format': FORMATS,
  '--hints': ['0', '1', '2', '3'],
  '--safety': ['strict', 'best'],
  '--lang': LANGS,
};

/** What may follow a command that takes a word. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  scenario: SCENARIOS.map(({ id }) => id),
  lesson: SCENARIOS.map(({ id }) => id),
  lab: LABS.map(({ id }) => id),
  claims: CLAIMS.map(({ number }) => String(number)),
};

/** What may stand in the place of the last word; null where flags and commands may. */
export function offered(typed: readonly string[]): readonly string[] | null {
  const [before = '', current = ''] = typed.slice(-2);
  const values = VALUES[before];
  // The last of several values: `mac,fer` goes on to `mac,fernet`.
  if (values) return values.map((value) => current.replace(/[^,+]*$/, () => value));
  return current.startsWith('-') ? null : (WORDS[before] ?? null);
}
