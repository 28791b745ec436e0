import { LABS, playLab } from '../labs/index.js';
import { renderLabs } from '../report/index.js';
import { terminal } from '../report/sanitize.js';
import { onBench } from './bench.js';
import { storyFormatIn } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT } from './exit.js';
import { refuseFlagsOfOne } from './given.js';
import { words } from './language.js';
import { unknown } from './nearest.js';
import { saver } from './output.js';
import { print } from './streams.js';
import { lookOf, lookOfFile } from './terminal.js';

/** Plays one of the coursework's own programs. Without a name, lists them. */
export async function run(typed: Typed): Promise<number> {
  const [name] = typed.words;
  const output = typed.one('output');
  const format = storyFormatIn(typed);
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

function list(typed: Typed): number {
  refuseFlagsOfOne(typed, 'lab', `mallory lab ${LABS[0]!.id}`);
  const look = lookOf(process.stdout);
  const { said } = look.texts;
  const width = Math.max(...LABS.map(({ id }) => id.length));
  const lines = LABS.map(({ id, title }) => `  ${id.padEnd(width)}  ${terminal(said(title), look)}`);
  print(`${lines.join('\n')}\n\n${words().labs.hint}\n`);
  return EXIT.fine;
}
