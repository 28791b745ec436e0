import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { DEFENSES } from '../defenses/index.js';
import { renderHtmlReport } from '../report/html/index.js';
import { renderReport } from '../report/report.js';
import { TEXTS, type Texts } from '../report/texts/index.js';
import { stacksNamed } from './choose.js';
import { claimsExit, settledClaims } from './claims.js';
import type { Typed } from './commands.js';
import { texts } from './language.js';
import { refuseSameFile, saver } from './output.js';
import { bundleOf } from './pages.js';
import { exitCodeFor, play } from './play.js';
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
  const { campaign } = await play(typed, (catalogue) => ({
    attacks: ATTACKS,
    scenarios: SCENARIOS,
    stacks: stacksNamed(DEFENSES, catalogue),
  }));
  const claims = await settledClaims(typed, campaign.cells);
  const write = (lang: Texts): string => renderReport({ ...campaign, claims }, SCENARIOS, ATTACKS, lang);
  save(write(texts()));
  saveFrench(write(TEXTS.fr));
  if (saveHtml && bundle)
    saveHtml(renderHtmlReport({ ...campaign, claims }, SCENARIOS, ATTACKS, texts(), bundle));
  return Math.max(exitCodeFor(campaign, typed), claimsExit(claims));
}
