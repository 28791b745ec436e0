/** The composition root: parses, looks up, calls, prints, and answers the exit code. Nobody imports it but the binaries. */
import type { CommandName, Typed } from './cli/commands.js';
import { EXIT, exitCodeOf, MachineRefuses, WrongUsage } from './cli/exit.js';
import { langOf, speak, typedLang, words } from './cli/language.js';
import { complain, guardStreams, print } from './cli/streams.js';

/** Each command in a file of its own, loaded when it is called. */
const RUN: Readonly<Record<CommandName, () => Promise<{ run(typed: Typed): Promise<number> }>>> = {
  scenario: () => import('./cli/scenario.js'),
  matrix: () => import('./cli/matrix.js'),
  advise: () => import('./cli/advise.js'),
  report: () => import('./cli/report.js'),
  claims: () => import('./cli/claims.js'),
  lab: () => import('./cli/lab.js'),
  predict: () => import('./cli/predict.js'),
  lesson: () => import('./cli/lesson.js'),
  slides: () => import('./cli/slides.js'),
  studio: () => import('./cli/studio.js'),
  doctor: () => import('./cli/doctor.js'),
  completion: () => import('./cli/completion.js'),
};

/** Runs one command line, without the program's own name, and answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const failure = guardStreams();
  try {
    await chooseLanguage(argv);
    const code = await run(argv);
    return failure() ?? code;
  } catch (error) {
    return ending(error);
  }
}

/** Before anything else, for help and errors speak too. Throws WrongUsage. */
async function chooseLanguage(argv: readonly string[]): Promise<void> {
  speak(langOf(process.env));
  const typed = typedLang(argv);
  // Without a value, the parser will say so.
  if (typed) speak((await import('./cli/choose.js')).languageIn(typed) ?? 'en');
}

async function run(argv: readonly string[]): Promise<number> {
  const { parse, parserFor } = await import('./cli/parser.js');
  if (argv[0] === COMPLETE) return complete(argv);
  const parser = parserFor();
  const { command, typed, wants } = await parse(argv, parser);
  if (wants === 'version') return tell((await import('./cli/version.js')).VERSION);
  if (wants === 'help' || !command) return tell((await import('./cli/help.js')).helpFor(command));
  return (await RUN[command]()).run(typed);
}

function tell(text: string): number {
  print(`${text}\n`);
  return EXIT.fine;
}

/** What the shell's completion asks with, and then the words typed so far. */
const COMPLETE = '--get-yargs-completions';

async function complete(argv: readonly string[]): Promise<number> {
  const { offered } = await import('./cli/completion.js');
  const { parserFor } = await import('./cli/parser.js');
  await parserFor(() => offered(argv.slice(1))).parseAsync([...argv]);
  return EXIT.fine;
}

function ending(error: unknown): number {
  const code = exitCodeOf(error);
  if (code === null) {
    complain(`${words().refused.fault}\n${error instanceof Error ? error.stack : String(error)}`);
    return EXIT.fault;
  }
  const { message } = error as Error;
  const spoken = error instanceof WrongUsage || error instanceof MachineRefuses;
  complain(spoken ? message : words().elsewhere(message));
  return code;
}
