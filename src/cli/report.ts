import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../defenses/compose.js';
import { DEFENSES } from '../defenses/index.js';
import { ablation } from '../laboratory/ablation.js';
import { weightOf } from '../laboratory/cost.js';
import { type Arsenal, campaign, type Laboratory } from '../laboratory/matrix.js';
import type { Part } from '../model/defense.js';
import type { Weight } from '../model/results.js';
import { type Extras, renderHtmlReport } from '../report/html/index.js';
import { renderReport } from '../report/report.js';
import { TEXTS, type Texts } from '../report/texts/index.js';
import { stacksNamed } from './choose.js';
import { claimsExit, settledClaims } from './claims.js';
import type { Typed } from './commands.js';
import { WrongUsage } from './exit.js';
import { texts, words } from './language.js';
import { WHOLE } from './leave-one-out.js';
import { refuseSameFile, saver } from './output.js';
import { bundleOf } from './pages.js';
import { atWork, exitCodeFor } from './play.js';
import { print } from './streams.js';

/**
 * Fights the whole grid and writes it up: as Markdown, or as HTML where that was asked for, or as both. Both are UTF-8
 * wherever they are read, whatever this terminal is.
 */
export async function run(typed: Typed): Promise<number> {
  const [output, html, french] = [typed.one('output'), typed.one('html'), typed.one('in-french')];
  refuseSameFile(output, html, '--html');
  refuseSameFile(output, french, '--in-french');
  refuseSameFile(html, french, '--in-french', '--html');
  const saveFrench = french === undefined ? () => {} : saver(french);
  const saveHtml = html === undefined ? null : saver(html);
  const bundle = saveHtml && bundleOf('report');
  const save = output !== undefined ? saver(output) : saveHtml ? () => {} : print;
  if (typed.switches.has('leave-one-out') && html === undefined)
    throw new WrongUsage(words().wrong.leaveOneHtml);
  const { fought, extras } = await atWork(
    typed,
    (catalogue) => ({ attacks: ATTACKS, scenarios: SCENARIOS, stacks: stacksNamed(DEFENSES, catalogue) }),
    async (_, arsenal, lab, shelf) => ({
      fought: await campaign(arsenal, lab),
      extras: html === undefined ? {} : await extrasOf(typed, arsenal, lab, shelf),
    }),
    ({ attacks, stacks }) => attacks.length * stacks.length,
  );
  const claims = await settledClaims(typed, fought.cells);
  const write = (lang: Texts): string => renderReport({ ...fought, claims }, SCENARIOS, ATTACKS, lang);
  save(write(texts()));
  saveFrench(write(TEXTS.fr));
  if (saveHtml && bundle)
    saveHtml(renderHtmlReport({ ...fought, claims }, SCENARIOS, ATTACKS, texts(), bundle, extras));
  return Math.max(exitCodeFor(fought, typed), claimsExit(claims));
}

/** What stands beside the grid: what each defense adds to a message and, where it was asked for, what each part is for. */
async function extrasOf(
  typed: Typed,
  arsenal: Arsenal,
  lab: Laboratory,
  { known }: { readonly known: readonly Part[] },
): Promise<Extras> {
  const weights: Record<string, Weight> = {};
  // One after the other: what is timed has the machine to itself.
  for (const stack of arsenal.stacks) weights[stack.id] = await weightOf(stack, arsenal, lab);
  if (!typed.switches.has('leave-one-out')) return { weights };
  const whole = { ...arsenal, stacks: [compose(WHOLE, known)] };
  return { weights, ablation: (await ablation(whole, known, lab)).ablation };
}
