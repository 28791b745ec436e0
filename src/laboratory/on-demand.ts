import type { Attack } from '../model/attack.js';
import { remembered } from '../model/remembered.js';
import type { ControlResult, TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import { type Arsenal, benignOf, type Campaign, groundFor, type Laboratory, runnerOf } from './matrix.js';

/** What makes two stacks the same to an attack: their parts. */
export const partsOf = ({ parts }: Stack): string =>
  parts
    .map(({ id }) => id)
    .sort()
    .join('+');

/** Fights single cells when somebody asks, a few at a time, and no cell and no control twice. */
export class OnDemand {
  readonly #arsenal: Arsenal;
  readonly #lab: Laboratory;
  readonly #trials = new Map<string, Promise<TrialResult>>();
  readonly #benign = new Map<string, Promise<ControlResult>>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  /** `known`: what was fought already, with this arsenal in this laboratory. */
  constructor(arsenal: Arsenal, lab: Laboratory, known?: Campaign) {
    this.#arsenal = arsenal;
    this.#lab = lab;
    this.#free = lab.abreast ?? 4;
    const stackOf = new Map(arsenal.stacks.map((stack) => [stack.id, stack]));
    for (const trial of known?.matrix.trials ?? [])
      this.#trials.set(keyOf(trial.attack, stackOf.get(trial.defense)!), Promise.resolve(trial));
    for (const control of known?.matrix.controls ?? [])
      if (control.kind === 'benign')
        this.#benign.set(partsOf(stackOf.get(control.of)!), Promise.resolve(control));
  }

  /** How many cells were fought here or before. */
  get fought(): number {
    return this.#trials.size;
  }

  trial(attack: Attack, stack: Stack): Promise<TrialResult> {
    return remembered(this.#trials, keyOf(attack.id, stack), () =>
      this.#inTurn(async () => {
        const ground = groundFor(attack, stack, this.#arsenal, this.#lab);
        return (await runnerOf(this.#lab).cell(attack, ground)).result;
      }),
    );
  }

  /** Whether this stack carries an honest conversation whole; a cell of one that does not proves nothing. */
  benign(stack: Stack): Promise<ControlResult> {
    return remembered(this.#benign, partsOf(stack), () =>
      this.#inTurn(() => benignOf(stack, this.#arsenal, this.#lab)),
    );
  }

  /** The verdict, believed only of a stack that passes its benign control. */
  async verdict(attack: Attack, stack: Stack): Promise<TrialResult['verdict']> {
    const { outcome } = await this.benign(stack);
    return outcome === 'passed' ? (await this.trial(attack, stack)).verdict : 'inconclusive';
  }

  async #inTurn<T>(job: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}

const keyOf = (attack: string, stack: Stack): string => `${attack} ${partsOf(stack)}`;
