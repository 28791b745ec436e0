import { advise } from '../laboratory/advice.js';
import { type Attack, scenarioOf } from '../model/attack.js';
import { markdownAdvice, tellAdvice, toJson } from '../report/index.js';
import type { Catalogue } from './catalogue.js';
import { attacksNamed, storyFormatIn } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT, WrongUsage } from './exit.js';
import { words } from './language.js';
import { unknown } from './nearest.js';
import { saver } from './output.js';
import { atWork } from './play.js';
import { print } from './streams.js';
import { lookOf, lookOfFile } from './terminal.js';

/** Searches the smallest stacks against the attacks asked about, and prints them with what they cost. */
export async function run(typed: Typed): Promise<number> {
  const format = storyFormatIn(typed);
  const output = typed.one('output');
  const save = output === undefined ? print : saver(output);
  const advice = await atWork(
    typed,
    (catalogue) => ({
      attacks: attacksAgainst(typed.all('against'), catalogue),
      scenarios: catalogue.scenarios,
      stacks: [],
      traced: false,
    }),
    (_, arsenal, lab, shelf) => advise(arsenal, shelf, lab),
    ({ attacks }, { sound }) => attacks.length * (2 + sound.length),
  );
  const look = output === undefined ? lookOf(process.stdout) : lookOfFile();
  save({ table: tellAdvice, markdown: markdownAdvice, json: toJson }[format](advice, look));
  return advice.unproved.length > 0 ? EXIT.unproven : EXIT.fine;
}

const EVERYTHING = 'everything';

/** The attacks that scenarios' names, attacks' names or `everything` stand for, each once, in the order of the lists. */
export function attacksAgainst(typed: readonly string[], catalogue: Catalogue): Attack[] {
  const { attacks, scenarios } = catalogue;
  if (typed.length === 0) throw new WrongUsage(words().wrong.adviseNeeds);
  const named = typed.map((word): readonly Attack[] => {
    if (word === EVERYTHING) return attacks;
    const told = attacks.filter(({ id }) => scenarioOf(id) === word);
    if (told.length > 0) return told;
    try {
      return attacksNamed([word], scenarios, catalogue);
    } catch {
      const valid = [EVERYTHING, ...scenarios.map(({ id }) => id), ...attacks.map(({ id }) => id)];
      throw unknown('attack or scenario', word, valid);
    }
  });
  return attacks.filter((attack) => named.some((some) => some.includes(attack)));
}
