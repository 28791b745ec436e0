import type { Verdict } from '../model/verdict.js';
import type { Bench, Otherwise } from './bench.js';

/** How one attack came out: what an experiment needs of a cell. */
export interface Outcome {
  readonly attack: string;
  readonly defense: string;
  readonly verdict: Verdict;
  readonly code: string | null;
}

/** One cell. Throws Unproven. */
export async function outcomeOf(
  bench: Bench,
  attack: string,
  defense: string,
  otherwise: Otherwise = {},
): Promise<Outcome> {
  const { verdict, code } = (await bench.fight(attack, defense, otherwise)).result;
  return { attack: otherwise.tactic ? `${attack} (${otherwise.tactic})` : attack, defense, verdict, code };
}

/** Several attacks against one defense, one after another. Throws Unproven. */
export async function outcomesOf(
  bench: Bench,
  attacks: readonly string[],
  defense: string,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const attack of attacks) outcomes.push(await outcomeOf(bench, attack, defense));
  return outcomes;
}

/** The attack got through, noticed or not. */
export const passed = ({ verdict }: Outcome): boolean => verdict === 'breached' || verdict === 'detected';

/** `rogue-server/rewrite defeated (bad-hmac)` */
const told = ({ attack, verdict, code }: Outcome): string =>
  `${attack} ${verdict}${code === null ? '' : ` (${code})`}`;

export const tellAll = (outcomes: readonly Outcome[]): string => outcomes.map(told).join(', ');

/** `2 of 9 got through: a, b; stopped: c (code)` */
export function tally(outcomes: readonly Outcome[]): string {
  const through = outcomes.filter(passed);
  const stopped = outcomes.filter((outcome) => !passed(outcome));
  const names = through.map(({ attack }) => attack).join(', ');
  return [
    `${through.length} of ${outcomes.length} attacks got through${names && `: ${names}`}`,
    ...(stopped.length > 0
      ? [`stopped: ${stopped.map(({ attack, code }) => attack + (code ? ` (${code})` : '')).join(', ')}`]
      : []),
  ].join('; ');
}
