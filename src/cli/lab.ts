import { LABS, playLab } from '../labs/index.js';
import { LAB_FORMATS, type LabFormat, renderLabs } from '../report/index.js';
import { terminal } from '../report/sanitize.js';
import { onBench } from './bench.js';
import type { Typed } from './commands.js';
import { EXIT, WrongUsage } from './exit.js';
import { words } from './language.js';
import { unknown } from './nearest.js';
import { saver } from './output.js';
import { print } from './streams.js';
import { lookOf, lookOfFile } from './terminal.js';

/** Plays one of the coursework's own programs. Without a name, lists them. */
export async function run(typed: Typed): Promise<number> {
  const [name] = typed.words;
  const output = typed.one('output');
  const format = labFormatIn(typed.one('format'), output);
  if (name === undefined) return list(typed);
  const lab = LABS.find(({ id }) => id === name);
  if (!lab)
    throw unknown(
      'lab',
      name,
      LABS.map(({ id }) => id),
    );
  const save = output === undefined ? print : saver(output);
  const played = await onBench(typed, (bench) => playLab(lab, bench));
  save(renderLabs([played], format, output === undefined ? lookOf(process.stdout) : lookOfFile()));
  return played.outcome === 'unproven' ? EXIT.unproven : EXIT.fine;
}

const BY_ENDING: Readonly<Record<string, LabFormat>> = { md: 'markdown', json: 'json' };

/** Throws WrongUsage for a format that a story does not have. */
function labFormatIn(typed: string | undefined, output: string | undefined): LabFormat {
  if (typed === undefined) return BY_ENDING[output?.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'table';
  const format = LAB_FORMATS.find((candidate) => candidate === typed);
  if (!format) throw unknown('format', typed, LAB_FORMATS);
  return format;
}

const PLAY_FLAGS = ['seed', 'format', 'output'] as const;

function list(typed: Typed): number {
  const flag = PLAY_FLAGS.find((candidate) => typed.one(candidate) !== undefined);
  if (flag)
    throw new WrongUsage(
      words().wrong.goesWith(flag, 'lab', `mallory lab ${LABS[0]!.id} --${flag} ${typed.one(flag)}`),
    );
  const look = lookOf(process.stdout);
  const { said } = look.texts;
  const width = Math.max(...LABS.map(({ id }) => id.length));
  const lines = LABS.map(({ id, title }) => `  ${id.padEnd(width)}  ${terminal(said(title), look)}`);
  print(`${lines.join('\n')}\n\n${words().labs.hint}\n`);
  return EXIT.fine;
}
