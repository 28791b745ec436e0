import { renderMatrix } from '../report/index.js';
import { formatIn, gridAsked } from './choose.js';
import type { Typed } from './commands.js';
import { leaveOneOut } from './leave-one-out.js';
import { saver } from './output.js';
import { exitCodeFor, play } from './play.js';
import { print } from './streams.js';
import { lookFor } from './terminal.js';

/** Fights all attacks × all defenses, or those asked for, and prints the grid. */
export async function run(typed: Typed): Promise<number> {
  if (typed.switches.has('leave-one-out')) return leaveOneOut(typed);
  const output = typed.one('output');
  const format = formatIn(typed.one('format'), output) ?? 'table';
  const save = output === undefined ? print : saver(output);
  const { campaign } = await play(typed, (catalogue) => ({
    ...gridAsked(typed, catalogue),
    explain: typed.switches.has('explain'),
    traced: false,
  }));
  save(renderMatrix(campaign.matrix, format, lookFor(format, output)));
  return exitCodeFor(campaign, typed);
}
