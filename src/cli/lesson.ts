import { SCENARIOS } from '../../scenarios/index.js';
import { renderLesson, type Taught } from '../report/index.js';
import { terminal } from '../report/sanitize.js';
import { hintsIn, storyFormatIn } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT } from './exit.js';
import { refuseFlagsOfOne } from './given.js';
import { words } from './language.js';
import { unknown } from './nearest.js';
import { saver } from './output.js';
import { print } from './streams.js';
import { lookOf, lookOfFile } from './terminal.js';

const TAUGHT: readonly Taught[] = SCENARIOS.flatMap(({ id, title, teaches }) =>
  teaches ? [{ id, title, teaches }] : [],
);

/** Shows what a scenario teaches: what to notice, the questions, as many hints as are wanted. Without a name, lists them. */
export async function run(typed: Typed): Promise<number> {
  const [name] = typed.words;
  const output = typed.one('output');
  const format = storyFormatIn(typed);
  const hints = hintsIn(typed.one('hints'));
  if (name === undefined) return list(typed);
  const taught = TAUGHT.find(({ id }) => id === name);
  if (!taught)
    throw unknown(
      'scenario',
      name,
      TAUGHT.map(({ id }) => id),
    );
  const save = output === undefined ? print : saver(output);
  save(renderLesson(taught, hints, format, output === undefined ? lookOf(process.stdout) : lookOfFile()));
  return EXIT.fine;
}

function list(typed: Typed): number {
  refuseFlagsOfOne(typed, 'scenario', 'mallory lesson rogue-server');
  const look = lookOf(process.stdout);
  const width = Math.max(...TAUGHT.map(({ id }) => id.length));
  const lines = TAUGHT.map(
    ({ id, title }) => `  ${id.padEnd(width)}  ${terminal(look.texts.said(title), look)}`,
  );
  print(`${lines.join('\n')}\n\n${words().lessons.hint}\n`);
  return EXIT.fine;
}
