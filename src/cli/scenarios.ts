import { scenarioOf } from '../model/attack.js';
import { type Look, wrap } from '../report/index.js';
import { terminal } from '../report/sanitize.js';
import { type Catalogue, catalogueWith } from './catalogue.js';
import { attacksNamed } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT, WrongUsage } from './exit.js';
import { onSignal } from './interrupt.js';
import { words } from './language.js';
import { print } from './streams.js';
import { lookOf } from './terminal.js';
import { Workplace } from './workplace.js';

const FIGHT_FLAGS = ['attack', 'defense', 'skew', 'trace', 'seed', 'format', 'output', 'jobs'] as const;

/** Lists the scenarios, a plugin's too. */
export async function list(typed: Typed): Promise<number> {
  const flag = FIGHT_FLAGS.find((name) => typed.one(name) !== undefined);
  if (flag)
    throw new WrongUsage(
      words().wrong.goesWith(flag, 'scenario', `mallory scenario rogue-server --${flag} ${typed.one(flag)}`),
    );
  const place = new Workplace();
  const offSignal = onSignal(() => place.close());
  try {
    print(listing(await catalogueWith(typed.all('plugin'), () => place.crew()), lookOf(process.stdout)));
  } finally {
    await place.close();
    offSignal();
  }
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
