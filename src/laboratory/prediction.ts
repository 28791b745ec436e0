import type { Attack } from '../model/attack.js';
import type { Foreseen, PredictedCell, Prediction } from '../model/prediction.js';
import type { ControlResult, TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import { remediesOf, type Shelf } from './explain.js';
import { type Arsenal, controlOf, type Laboratory, positiveControl, withControls } from './matrix.js';
import { OnDemand } from './on-demand.js';

/** What somebody thinks that a cell will come to. */
export interface Guess {
  readonly attack: Attack;
  readonly stack: Stack;
  readonly predicted: Foreseen;
}

/**
 * Fights the cells that were predicted, and no others but their controls, and compares. With a shelf, says of each miss
 * that got through which single parts would turn it.
 */
export async function comparedWith(
  guesses: readonly Guess[],
  arsenal: Arsenal,
  lab: Laboratory,
  shelf: Shelf | null,
): Promise<Omit<Prediction, 'empty'>> {
  const ring = new OnDemand(arsenal, lab);
  let done = 0;
  const compared = await Promise.all(
    guesses.map(async (guess) => {
      const answer = await one(guess, arsenal, shelf, ring);
      lab.progress?.(++done, guesses.length);
      return answer;
    }),
  );
  const controls = new Map(
    compared.flatMap((cell) => cell.controls).map((control) => [`${control.kind} ${control.of}`, control]),
  );
  const { version, seed, containment } = lab;
  return {
    schema: 'mallory/prediction/v1',
    version,
    seed,
    containment,
    cells: compared.map(({ cell }) => cell),
    controls: [...controls.values()],
  };
}

async function one(
  { attack, stack, predicted }: Guess,
  arsenal: Arsenal,
  shelf: Shelf | null,
  ring: OnDemand,
): Promise<{ readonly cell: PredictedCell; readonly controls: readonly ControlResult[] }> {
  const control = controlOf(attack, arsenal);
  const [benign, unprotected, trial] = await Promise.all([
    ring.benign(stack),
    ring.trial(attack, control),
    ring.trial(attack, stack),
  ]);
  const controls = [{ ...benign, of: stack.id }, positiveControl(attack, control, unprotected)];
  // Two stacks of the same parts are one fight, under the name that was typed.
  const { result } = withControls({ result: { ...trial, defense: stack.id }, decisive: null }, controls);
  const right = result.verdict === predicted;
  const stoppedBy = shelf && !right ? await remediesOf(result, attack, stack, shelf, ring) : null;
  return { cell: { ...result, stoppedBy, predicted, right, does: doneIn(result, attack, stack) }, controls };
}

/** A plugin's tactics are known to its worker only; then there is no more than the name. */
function doneIn({ tactic }: TrialResult, attack: Attack, { wire }: Stack): string | null {
  try {
    return attack.tactics(wire).find(({ id }) => id === tactic)?.does ?? null;
  } catch {
    return null;
  }
}
