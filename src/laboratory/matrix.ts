import type { Detonator } from '../arena/bout.js';
import { unbrought } from '../defenses/compose.js';
import { type Attack, scenarioOf } from '../model/attack.js';
import type { Keysmith } from '../model/defense.js';
import type {
  AttackResult,
  ControlResult,
  DefenseResult,
  Matrix,
  Price,
  TrialResult,
} from '../model/results.js';
import type { Scenario } from '../model/scenario.js';
import type { Stack } from '../model/stack.js';
import { BENIGN, BENIGN_SKEWS } from './benign.js';
import type { Cell, Ground } from './cell.js';
import type { Honest, HonestResult } from './honest.js';
import { here, type Runner } from './runner.js';

/** Where and with what the laboratory fights. */
export interface Laboratory {
  readonly seed: number;
  readonly keysmith: Keysmith;
  readonly strangerKeysmith: Keysmith;
  readonly detonator: Detonator;
  readonly containment: string;
  readonly version: string;
  readonly skews?: Readonly<Record<string, number>>;
  /** Called after each cell: how many of how many are done. */
  readonly progress?: (done: number, of: number) => void;
  /** How many cells are fought side by side; they share one processor, and wait for the network in turns. */
  readonly abreast?: number;
  /** Default: all in this thread. */
  readonly runner?: Runner;
}

/** The grid and the fights behind it, cell by cell in the order of `trials`. */
export interface Campaign {
  readonly matrix: Matrix;
  readonly cells: readonly Cell[];
}

/** The undefended chat, which every attack must breach before its other cells mean anything. */
export interface Arsenal {
  readonly attacks: readonly Attack[];
  readonly scenarios: readonly Scenario[];
  readonly stacks: readonly Stack[];
  readonly undefended: Stack;
  /** The vulnerable variants that attacks name as their positive control; fought, and no column unless asked for. */
  readonly variants?: readonly Stack[];
}

/** Fights all attacks × all stacks with their controls. A failed control makes its row or column inconclusive. */
export async function campaign(arsenal: Arsenal, lab: Laboratory): Promise<Campaign> {
  const { attacks, stacks } = arsenal;
  const pairs = attacks.flatMap((attack) =>
    rowOf(stacks, controlOf(attack, arsenal)).map((stack) => ({ attack, stack })),
  );
  let done = 0;
  const eachOf = abreast(lab);
  const [fought, benign, prices] = await Promise.all([
    eachOf(pairs, async ({ attack, stack }) => {
      const cell = await runnerOf(lab).cell(attack, groundFor(attack, stack, arsenal, lab));
      lab.progress?.(++done, pairs.length);
      return cell;
    }),
    eachOf(stacks, (stack) => benignOf(stack, arsenal, lab)),
    eachOf(stacks, (stack) => priceOf(stack, arsenal, lab)),
  ]);
  const positive = attacks.map((attack) => positiveOf(attack, fought, controlOf(attack, arsenal)));
  const controls = [...benign, ...positive];
  const asked = fought.filter(({ result }) => stacks.some((stack) => stack.id === result.defense));
  const cells = asked.map((cell) => withControls(cell, controls));
  return {
    matrix: { ...headOf(arsenal, lab), controls, trials: cells.map((cell) => cell.result), prices },
    cells,
  };
}

export const runnerOf = ({ runner = here }: Laboratory): Runner => runner;

const rowOf = (stacks: readonly Stack[], control: Stack): readonly Stack[] =>
  stacks.some((stack) => stack.id === control.id) ? stacks : [control, ...stacks];

/** What an attack must breach before its other cells mean anything. Throws RangeError for a variant that is not there. */
export function controlOf({ id, against }: Attack, { undefended, variants = [], stacks }: Arsenal): Stack {
  if (against === undefined) return undefended;
  const variant = [...variants, ...stacks].find((stack) => stack.id === against);
  if (!variant) throw new RangeError(`the positive control of ${id} is ${against}, which is not at hand`);
  return variant;
}

/**
 * Runs jobs a few abreast, whoever asks for them, and answers in the order asked. Each list begins at its end, where the
 * compositions stand: the longest first, so that no thread waits long for another at last.
 */
function abreast({ abreast: free = 4 }: Laboratory) {
  const waiting: (() => void)[] = [];
  const inTurn = async <R>(job: () => Promise<R>): Promise<R> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
  return async <T, R>(items: readonly T[], job: (item: T) => Promise<R>): Promise<R[]> => {
    const reversed = await Promise.all(items.toReversed().map((item) => inTurn(() => job(item))));
    return reversed.toReversed();
  };
}

export function groundFor(
  attack: Attack | null,
  stack: Stack,
  { scenarios }: Arsenal,
  lab: Laboratory,
): Ground {
  const scenario =
    scenarios.find((candidate) => attack && candidate.id === scenarioOf(attack.id)) ?? scenarios[0]!;
  const { seed, keysmith, strangerKeysmith, detonator, skews } = lab;
  return { stack, scenario, seed, keysmith, strangerKeysmith, detonator, ...(skews ? { skews } : {}) };
}

export async function benignOf(stack: Stack, arsenal: Arsenal, lab: Laboratory): Promise<ControlResult> {
  const ground = { ...groundFor(null, stack, arsenal, lab), scenario: BENIGN };
  const skews = { ...BENIGN_SKEWS, ...lab.skews };
  const { control } = await runnerOf(lab).honest(ground, { skews, stored: false });
  return { kind: 'benign', of: stack.id, ...control };
}

/** The cell against the undefended chat, or the variant, is the positive control: the same run, the same code. */
function positiveOf(attack: Attack, cells: readonly Cell[], control: Stack): ControlResult {
  const { result: trial } = cells.find(
    (cell) => cell.result.attack === attack.id && cell.result.defense === control.id,
  )!;
  return positiveControl(attack, control, trial);
}

/** What the positive control came to: the attack must breach what it is played against. */
export function positiveControl(
  attack: Attack,
  control: Stack,
  { verdict, because }: Pick<TrialResult, 'verdict' | 'because'>,
): ControlResult {
  const outcome = verdict === 'breached' ? 'passed' : 'failed';
  return { kind: 'positive', of: attack.id, against: control.id, outcome, because };
}

/** What a cell is worth beside its controls: nothing, where one of them failed. */
export function withControls(cell: Cell, controls: readonly ControlResult[]): Cell {
  const { result } = cell;
  const failed = controls.find(
    (control) =>
      control.outcome === 'failed' && (control.of === result.attack || control.of === result.defense),
  );
  if (!failed || result.verdict === 'not-applicable') return cell;
  const because = `the ${failed.kind} control of ${failed.of} failed: ${failed.because}`;
  return { ...cell, result: { ...result, verdict: 'inconclusive', code: null, part: null, because } };
}

const SKEW_SECONDS = 20;

export async function priceOf(stack: Stack, arsenal: Arsenal, lab: Laboratory): Promise<Price> {
  const ground = groundFor(null, stack, arsenal, lab);
  const deliveriesIn = async (run: Honest): Promise<HonestResult['deliveries']> =>
    (await runnerOf(lab).honest(ground, run)).deliveries;
  const ahead = await deliveriesIn({ skews: { alice: SKEW_SECONDS }, stored: false });
  const behind = await deliveriesIn({ skews: { alice: -SKEW_SECONDS }, stored: false });
  return {
    defense: stack.id,
    skewed: { refused: ahead.refused + behind.refused, of: ahead.of + behind.of },
    stored: await deliveriesIn({ skews: {}, stored: true }),
  };
}

function headOf(
  { attacks, stacks }: Arsenal,
  { version, seed, containment }: Laboratory,
): Omit<Matrix, 'controls' | 'trials' | 'prices'> {
  return {
    schema: 'mallory/matrix/v1',
    version,
    seed,
    containment,
    attacks: attacks.map(attackResult),
    defenses: stacks.map(defenseResult),
  };
}

const attackResult = ({ id, position, property, cwe, title }: Attack): AttackResult => ({
  id,
  scenario: scenarioOf(id),
  position,
  property,
  cwe,
  title,
});

function defenseResult({ id, parts, title }: Stack): DefenseResult {
  // A part speaks for what it brings along: what was open before may not be any more. What several leave open, none can say.
  const speaking = unbrought(parts);
  const open = speaking.length > 1 ? 'what none of its parts protects' : speaking[0]?.leavesOpen;
  return {
    id,
    parts: parts.map((part) => part.id),
    title,
    protects: parts.map(({ protects }) => protects).join(' · ') || 'nothing',
    leavesOpen: open ?? 'everything',
  };
}
