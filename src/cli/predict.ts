import { existsSync } from 'node:fs';
import { comparedWith } from '../laboratory/prediction.js';
import { emptySheet, renderPrediction } from '../report/index.js';
import { visible } from '../report/sanitize.js';
import { gridAsked, storyFormatIn } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT, MachineRefuses, WrongUsage } from './exit.js';
import { given } from './given.js';
import { texts, words } from './language.js';
import { saver } from './output.js';
import { atWork, browsing } from './play.js';
import { sheetFormatOf, sheetIn, textOf } from './sheet.js';
import { print } from './streams.js';
import { lookOf, lookOfFile } from './terminal.js';

/** Writes an empty grid, or compares one that was filled in with the fights. */
export function run(typed: Typed): Promise<number> {
  const [file] = typed.words;
  const empty = typed.one('init');
  if (empty !== undefined && file !== undefined) throw new WrongUsage(words().wrong.predictBoth);
  if (empty !== undefined) return write(empty, typed);
  if (file === undefined) throw new WrongUsage(words().wrong.predictNeeds);
  return compare(file, typed);
}

/** Flags of a fight, which an empty grid has none of. */
const OF_FIGHTS = ['explain', 'seed', 'format', 'output', 'safety', 'jobs'] as const;
/** Flags that say which cells: a grid that was filled in says so itself. */
const OF_GRIDS = ['scenario', 'attack', 'defense'] as const;

async function write(file: string, typed: Typed): Promise<number> {
  const format = sheetFormatOf(file);
  const flag = given(typed, OF_FIGHTS);
  if (flag) throw new WrongUsage(words().wrong.withoutInit(flag));
  const { attacks, stacks } = await browsing(typed, (catalogue) => gridAsked(typed, catalogue));
  const { refused } = words();
  if (existsSync(file)) throw new MachineRefuses(refused.write(visible(file), refused.isThere));
  const ids = attacks.map(({ id }) => id);
  const defenses = stacks.map(({ id }) => id);
  saver(file)(emptySheet(ids, defenses, format, file, texts()));
  return EXIT.fine;
}

async function compare(file: string, typed: Typed): Promise<number> {
  const format = sheetFormatOf(file);
  const flag = given(typed, OF_GRIDS);
  if (flag) throw new WrongUsage(words().wrong.withInit(flag));
  const output = typed.one('output');
  const told = storyFormatIn(typed);
  const text = textOf(file);
  const save = output === undefined ? print : saver(output);
  const prediction = await atWork(
    typed,
    (catalogue) => {
      const sheet = sheetIn(text, format, file, catalogue);
      const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
      return {
        sheet,
        scenarios: catalogue.scenarios,
        attacks: unique(sheet.guesses.map(({ attack }) => attack)),
        stacks: unique(sheet.guesses.map(({ stack }) => stack)),
        traced: false,
      };
    },
    async ({ sheet: { guesses, empty } }, arsenal, lab, shelf) => ({
      ...(await comparedWith(guesses, arsenal, lab, typed.switches.has('explain') ? shelf : null)),
      empty,
    }),
    ({ sheet }) => sheet.guesses.length,
  );
  save(renderPrediction(prediction, told, output === undefined ? lookOf(process.stdout) : lookOfFile()));
  return prediction.cells.some(({ verdict }) => verdict === 'inconclusive') ? EXIT.unproven : EXIT.fine;
}
