import { ALIASES } from '../defenses/compose.js';
import { ablation } from '../laboratory/ablation.js';
import { markdownAblation, tellAblation, toJson } from '../report/index.js';
import type { Catalogue } from './catalogue.js';
import { rowsAsked, stacksNamed, storyFormatIn } from './choose.js';
import type { Typed } from './commands.js';
import { WrongUsage } from './exit.js';
import { words } from './language.js';
import { quoted } from './nearest.js';
import { saver } from './output.js';
import { atWork, type Chosen, exitCodeFor } from './play.js';
import { print } from './streams.js';
import { lookOf, lookOfFile } from './terminal.js';

/** Fights a composition without each of its parts in turn, and prints what each is there for. */
export async function leaveOneOut(typed: Typed): Promise<number> {
  const format = storyFormatIn(typed);
  const output = typed.one('output');
  const save = output === undefined ? print : saver(output);
  const fought = await atWork(
    typed,
    (catalogue) => choose(typed, catalogue),
    (_, arsenal, lab, { known }) => ablation(arsenal, known, lab),
    ({ attacks, stacks }) => attacks.length * (1 + stacks[0]!.parts.length),
  );
  const look = output === undefined ? lookOf(process.stdout) : lookOfFile();
  const render = { table: tellAblation, markdown: markdownAblation, json: toJson };
  save(render[format](fought.ablation, look));
  return exitCodeFor(fought.campaign, typed);
}

/** The composition of everything, where there is one. */
export const WHOLE = 'full';

function choose(typed: Typed, catalogue: Catalogue): Chosen {
  return {
    ...rowsAsked(typed, catalogue),
    stacks: [wholeIn(typed.all('defense'), catalogue)],
    traced: false,
  };
}

function wholeIn(typed: readonly string[], catalogue: Catalogue): Chosen['stacks'][number] {
  const named = [...Object.keys(ALIASES), ...catalogue.parts.map(({ id }) => id)];
  const chosen = typed.length === 0 && named.includes(WHOLE) ? [WHOLE] : typed;
  if (chosen.length !== 1) throw new WrongUsage(words().wrong.leaveOne(chosen.length));
  const [stack] = stacksNamed(chosen, catalogue);
  if (stack!.parts.length > 1) return stack!;
  throw new WrongUsage(words().wrong.leaveOneOf(quoted(chosen[0]!), stack!.parts.length));
}
