import { scenarioOf } from '../model/attack.js';
import { type Look, wrap } from '../report/index.js';
import { terminal } from '../report/sanitize.js';
import type { Catalogue } from './catalogue.js';
import { attacksNamed } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT } from './exit.js';
import { refuseFlagsOfOne } from './given.js';
import { words } from './language.js';
import { browsing } from './play.js';
import { print } from './streams.js';
import { lookOf } from './terminal.js';

/** Lists the scenarios, a plugin's too. */
export async function list(typed: Typed): Promise<number> {
  refuseFlagsOfOne(typed, 'scenario', 'mallory scenario rogue-server');
  print(await browsing(typed, (catalogue) => listing(catalogue, lookOf(process.stdout))));
  return EXIT.fine;
}

function listing(catalogue: Catalogue, look: Look): string {
  const { scenarios, attacks } = catalogue;
  const say = words().scenarios;
  const width = Math.max(...scenarios.map(({ id }) => id.length));
  const lines = scenarios.map((scenario) => {
    const { id, title } = scenario;
    const all = attacks.filter((attack) => scenarioOf(attack.id) === id).length;
    const played = all === 0 ? 0 : attacksNamed([], [scenario], catalogue).length;
    const more = all > played ? say.more(all - played) : '';
    return `  ${id.padEnd(width)}  ${terminal(look.texts.said(title), look)}, ${say.attacks(played)}${more}`;
  });
  return `${lines.join('\n')}\n\n${wrap(say.hint, look.width)}\n`;
}
