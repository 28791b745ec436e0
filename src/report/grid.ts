import type {
  AttackResult,
  ControlResult,
  DefenseResult,
  Matrix,
  Price,
  TrialResult,
} from '../model/results.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import type { Texts } from './texts/index.js';

/** The matrix as every grid shows it: computed once, so that no two formats can disagree. */
export interface Grid {
  readonly defenses: readonly DefenseResult[];
  readonly groups: readonly Group[];
  /** One count per defense, for each verdict that occurs. */
  readonly totals: readonly { readonly verdict: Verdict; readonly counts: readonly number[] }[];
  /** Null where a defense's price was not measured. */
  readonly prices: readonly (Price | null)[];
}

interface Group {
  readonly scenario: string;
  readonly rows: readonly Row[];
}

/** One attack against every defense; null where no trial was asked for. */
interface Row {
  readonly attack: AttackResult;
  readonly trials: readonly (TrialResult | null)[];
}

export function gridOf(matrix: Matrix): Grid {
  const { attacks, defenses } = matrix;
  const find = finder(matrix);
  const rowOf = (attack: AttackResult): Row => ({
    attack,
    trials: defenses.map(({ id }) => find(attack.id, id)),
  });
  const scenarios = [...new Set(attacks.map((attack) => attack.scenario))];
  return {
    defenses,
    groups: scenarios.map((scenario) => ({
      scenario,
      rows: attacks.filter((attack) => attack.scenario === scenario).map(rowOf),
    })),
    totals: totalsOf(matrix),
    prices: defenses.map(({ id }) => matrix.prices.find((price) => price.defense === id) ?? null),
  };
}

/** Looks trials up by attack and defense. */
export function finder({ trials }: Matrix): (attack: string, defense: string) => TrialResult | null {
  const key = (attack: string, defense: string): string => JSON.stringify([attack, defense]);
  const byCell = new Map(trials.map((trial) => [key(trial.attack, trial.defense), trial]));
  return (attack, defense) => byCell.get(key(attack, defense)) ?? null;
}

function totalsOf({ defenses, trials }: Matrix): Grid['totals'] {
  const count = (verdict: Verdict, defense: string): number =>
    trials.filter((trial) => trial.defense === defense && trial.verdict === verdict).length;
  return VERDICTS.map((verdict) => ({
    verdict,
    counts: defenses.map(({ id }) => count(verdict, id)),
  })).filter(({ counts }) => counts.some((n) => n > 0));
}

/** An attack's name within its scenario. */
export const shortName = ({ id, scenario }: AttackResult): string =>
  id.startsWith(`${scenario}/`) ? id.slice(scenario.length + 1) : id;

/** A line and what stands beneath it. */
export interface Doubt {
  readonly line: string;
  readonly items: readonly string[];
}

/** What the controls came to, with each that failed; then, where there are any, the cells that prove nothing. */
export function doubtsOf({ controls, trials }: Matrix, { WORDS }: Texts): Doubt[] {
  const count = (kind: ControlResult['kind']): number =>
    controls.filter((control) => control.kind === kind).length;
  const failed = controls.filter((control) => control.outcome === 'failed');
  const unproved = trials.filter((trial) => trial.verdict === 'inconclusive');
  const line =
    failed.length === 0
      ? WORDS.controlsPassed(count('benign'), count('positive'))
      : WORDS.controlsFailed(failed.length, controls.length);
  const cells = unproved.map(({ attack, defense, because }) => WORDS.cellBecause(attack, defense, because));
  return [
    { line, items: failed.map(WORDS.controlFailed) },
    ...(cells.length === 0 ? [] : [{ line: WORDS.inconclusive(cells.length), items: cells }]),
  ];
}
