import { compose } from '../defenses/compose.js';
import type { Cell, Ground } from '../laboratory/cell.js';
import type { Honest, HonestResult } from '../laboratory/honest.js';
import { campaign, type Laboratory } from '../laboratory/matrix.js';
import { here, type Runner } from '../laboratory/runner.js';
import type { Attack } from '../model/attack.js';
import type { StudioQuestion } from '../model/studio.js';
import { attackNamed, type Shelf, stackOf } from './shelf.js';

/** What the trials are fought with; the seed comes with each question. */
export type Ring = Omit<Laboratory, 'seed' | 'progress'>;

/**
 * Fights cells one by one as the matrix does, with the same controls. The asked cell is fought anew each time; its
 * controls (honest runs, and the attack against the undefended chat) are fought once for each seed and remembered, so
 * that a column does not fight them at each of its cells.
 */
export class Trials {
  readonly #shelf: Shelf;
  readonly #ring: Ring;
  readonly #runner: Runner;
  readonly #memory = new Memory();

  constructor(shelf: Shelf, ring: Ring) {
    this.#shelf = shelf;
    this.#ring = ring;
    this.#runner = ring.runner ?? here;
  }

  /** Throws Refused for what is not on the shelf. */
  async fight({ attack: id, parts, seed }: StudioQuestion): Promise<Cell> {
    const attack = attackNamed(id, this.#shelf);
    const stack = stackOf(parts, this.#shelf);
    const { parts: known, scenarios } = this.#shelf;
    const { cells } = await campaign(
      {
        attacks: [attack],
        stacks: [stack],
        scenarios,
        undefended: compose('none', known),
        variants: attack.against === undefined ? [] : [compose(attack.against, known)],
      },
      { ...this.#ring, seed, runner: this.#rememberingAllBut(stack.id) },
    );
    return cells[0]!;
  }

  #rememberingAllBut(asked: string): Runner {
    return {
      cell: (attack: Attack, ground: Ground): Promise<Cell> => {
        const fight = (): Promise<Cell> => this.#runner.cell(attack, ground);
        return ground.stack.id === asked
          ? fight()
          : this.#memory.recall(
              `${ground.seed} ${attack.id} ${ground.stack.id}`,
              fight,
              ({ result }) => result.verdict !== 'inconclusive',
            );
      },
      honest: (ground: Ground, run: Honest): Promise<HonestResult> =>
        this.#memory.recall(
          `${ground.seed} ${ground.scenario.id} ${ground.stack.id} ${JSON.stringify(run)}`,
          () => this.#runner.honest(ground, run),
          ({ ran }) => ran,
        ),
    };
  }
}

const REMEMBERED = 500;

/** The last few answers. What failed, or proved nothing, is asked anew. */
class Memory {
  readonly #answers = new Map<string, Promise<unknown>>();

  recall<T>(question: string, answer: () => Promise<T>, isSound: (answered: T) => boolean): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined;
    if (known) return known;
    if (this.#answers.size >= REMEMBERED) this.#answers.delete(this.#answers.keys().next().value!);
    const fresh = answer();
    this.#answers.set(question, fresh);
    const forget = (): void => {
      if (this.#answers.get(question) === fresh) this.#answers.delete(question);
    };
    fresh.then((answered) => isSound(answered) || forget(), forget);
    return fresh;
  }
}
