import { CLAIMS } from '../claims/index.js';
import { settle } from '../claims/settle.js';
import type { Cell } from '../laboratory/cell.js';
import type { ClaimResult } from '../model/claims.js';
import { CLAIM_FORMATS, type ClaimFormat, type Format, renderClaims } from '../report/index.js';
import { onBench } from './bench.js';
import { formatIn } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT, WrongUsage } from './exit.js';
import { words } from './language.js';
import { quoted, unknown } from './nearest.js';
import { saver } from './output.js';
import { print } from './streams.js';
import { lookOf, lookOfFile } from './terminal.js';

/** Settles what students wrote, or the claims whose numbers were typed, and prints the rulings. */
export async function run(typed: Typed): Promise<number> {
  const output = typed.one('output');
  const format = claimFormat(formatIn(typed.one('format'), output) ?? 'table');
  const chosen = claimsNumbered(typed.words);
  const save = output === undefined ? print : saver(output);
  const claims = await onBench(typed, (bench, progress) => settle(chosen, bench, { progress }));
  save(renderClaims(claims, format, output === undefined ? lookOf(process.stdout) : lookOfFile()));
  return claimsExit(claims);
}

/** Throws WrongUsage for a format that a claim does not have. */
function claimFormat(asked: Format): ClaimFormat {
  const format = CLAIM_FORMATS.find((candidate) => candidate === asked);
  if (!format) throw unknown('format', asked, CLAIM_FORMATS);
  return format;
}

/** All claims, settled; what was `fought` already is not fought again. */
export const settledClaims = (typed: Typed, fought: readonly Cell[]): Promise<ClaimResult[]> =>
  onBench(typed, (bench) => settle(CLAIMS, bench), fought);

/** 1 where a claim could not be settled. */
export const claimsExit = (claims: readonly ClaimResult[]): number =>
  claims.some(({ ruling }) => ruling === 'unsettled') ? EXIT.unproven : EXIT.fine;

/** The claims of these numbers, each once, in their order; all where there is no number. Throws WrongUsage. */
function claimsNumbered(typed: readonly string[]): typeof CLAIMS {
  for (const word of typed)
    if (!CLAIMS.some(({ number }) => String(number) === word))
      throw new WrongUsage(words().wrong.claim(quoted(word), CLAIMS.length));
  return typed.length === 0 ? CLAIMS : CLAIMS.filter(({ number }) => typed.includes(String(number)));
}
