import { renderSlides } from '../report/slides/index.js';
import { attacksNamed, scenarioNamed, stacksNamed } from './choose.js';
import type { Typed } from './commands.js';
import { texts } from './language.js';
import { saver } from './output.js';
import { bundleOf } from './pages.js';
import { exitCodeFor, play } from './play.js';
import { print } from './streams.js';

/** The scenario that is shown where none is asked for. */
const FIRST = 'rogue-server';

/** Fights scenarios and makes slides of them; the defenses are those of the first one's card unless others are asked for. */
export async function run(typed: Typed): Promise<number> {
  const output = typed.one('output');
  const bundle = bundleOf('slides');
  const save = output === undefined ? print : saver(output);
  const { campaign, chosen } = await play(typed, (catalogue) => {
    const names = typed.all('scenario');
    const scenarios = (names.length === 0 ? [FIRST] : names).map((name) => scenarioNamed(name, catalogue));
    const defenses = typed.all('defense');
    return {
      scenarios,
      attacks: attacksNamed([], scenarios, catalogue),
      stacks: stacksNamed(defenses.length === 0 ? scenarios[0]!.defenses : defenses, catalogue),
    };
  });
  save(renderSlides(campaign, chosen.scenarios, chosen.attacks, texts(), bundle));
  return exitCodeFor(campaign, typed);
}
