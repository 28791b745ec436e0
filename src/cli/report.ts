import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { DEFENSES } from '../defenses/index.js';
import { renderReport } from '../report/report.js';
import { stacksNamed } from './choose.js';
import { claimsExit, settledClaims } from './claims.js';
import type { Typed } from './commands.js';
import { saver } from './output.js';
import { exitCodeFor, play } from './play.js';
import { print } from './streams.js';

/** Fights the whole grid and writes it up. Markdown is UTF-8 wherever it is read, whatever this terminal is. */
export async function run(typed: Typed): Promise<number> {
  const output = typed.one('output');
  const save = output === undefined ? print : saver(output);
  const { campaign } = await play(typed, (catalogue) => ({
    attacks: ATTACKS,
    scenarios: SCENARIOS,
    stacks: stacksNamed(DEFENSES, catalogue),
  }));
  const claims = await settledClaims(typed, campaign.cells);
  save(renderReport({ ...campaign, claims }, SCENARIOS, ATTACKS));
  return Math.max(exitCodeFor(campaign, typed), claimsExit(claims));
}
