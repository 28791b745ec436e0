import { randomBytes } from 'node:crypto';
import type { Bout } from '../arena/bout.js';
import { fight } from '../arena/fight.js';
import { compose } from '../defenses/compose.js';
import { keysmith } from '../defenses/keys.js';
import { type Cell, fightCell, type Ground } from '../laboratory/cell.js';
import { type Honest, honestRun } from '../laboratory/honest.js';
import { type Attack, scenarioOf } from '../model/attack.js';
import type { Keysmith, Part } from '../model/defense.js';
import type { Scenario } from '../model/scenario.js';
import type { Stack } from '../model/stack.js';
import { eventsOf, type Trace } from '../model/trace.js';
import type { Pickles } from './pickles.js';
import { Unproven } from './unproven.js';

/** What experiments are made with. */
export interface Equipment extends Pick<Ground, 'seed' | 'keysmith' | 'strangerKeysmith' | 'detonator'> {
  readonly attacks: readonly Attack[];
  readonly scenarios: readonly Scenario[];
  readonly parts: readonly Part[];
  /** Null where this machine has no Python; asked only where it matters. */
  readonly pickles: () => Pickles | null;
  /** Cells of the grid that were fought already, with this seed: they are not fought again. */
  readonly fought?: readonly Cell[];
}

/** How a cell departs from the grid's. */
export interface Otherwise {
  /** This tactic alone. */
  readonly tactic?: string;
  /** `random`: a group password that nobody chose and that stands on no list. */
  readonly password?: 'popular' | 'random';
}

/** Fights what experiments ask for: each cell once, however many ask, and its positive control beside it. */
export class Bench {
  readonly #equipment: Equipment;
  readonly #cells = new Map<string, Promise<Cell>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(equipment: Equipment) {
    this.#equipment = equipment;
    for (const cell of equipment.fought ?? [])
      this.#cells.set(nameOf(cell.result.attack, cell.result.defense), Promise.resolve(cell));
  }

  /** A Python that unpickles; null where this machine has none. */
  get pickles(): Pickles | null {
    return this.#equipment.pickles();
  }

  get keysmith(): Keysmith {
    return this.#equipment.keysmith;
  }

  get attacks(): readonly Attack[] {
    return this.#equipment.attacks;
  }

  /** The stack of this name. */
  stack(defense: string): Stack {
    return compose(defense, this.#equipment.parts);
  }

  /** Fights a cell. Throws Unproven where it is inconclusive or where its attack does not breach what it must breach. */
  async fight(attack: string, defense: string, otherwise: Otherwise = {}): Promise<Cell> {
    const cell = await this.#cell(attack, defense, otherwise);
    const { against = 'none' } = this.#attack(attack);
    const control = await this.#cell(attack, against, otherwise.tactic ? { tactic: otherwise.tactic } : {});
    if (control.result.verdict !== 'breached')
      throw new Unproven(`${attack} does not breach ${against}: ${control.result.because}`);
    const { verdict, because } = cell.result;
    if (verdict === 'inconclusive' || verdict === 'not-applicable')
      throw new Unproven(`${attack} against ${defense} is ${verdict}: ${because}`);
    return cell;
  }

  /** An honest talk of the first scenario. Throws Unproven where the machinery failed. */
  async honest(defense: string, run: Partial<Honest> = {}): Promise<Trace> {
    const ground = this.#ground(null, defense);
    return sound(await this.#inTurn(() => honestRun(ground, { skews: {}, stored: false, ...run })));
  }

  /** An honest talk with whatever is to be different about it. Throws Unproven where the machinery failed. */
  async talk(defense: string, different: Partial<Bout>): Promise<Trace> {
    return sound(await this.#inTurn(() => fight({ ...this.#ground(null, defense), ...different })));
  }

  /** Cells are told apart by what they are made of; whoever asks second gets the first one's. */
  #cell(attack: string, defense: string, otherwise: Otherwise): Promise<Cell> {
    const name = nameOf(attack, defense, otherwise);
    const known = this.#cells.get(name) ?? this.#inTurn(() => this.#fight(attack, defense, otherwise));
    this.#cells.set(name, known);
    return known;
  }

  /** One fight at a time, whoever asks: they share one processor, and each trial's watchdog counts real seconds. */
  #inTurn<T>(fights: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(fights);
    this.#last = mine.catch(() => {});
    return mine;
  }

  async #fight(id: string, defense: string, { tactic, password }: Otherwise): Promise<Cell> {
    const attack = this.#attack(id);
    const only = (all: ReturnType<Attack['tactics']>): typeof all => all.filter((one) => one.id === tactic);
    const played = tactic
      ? ({ ...attack, tactics: (wire) => only(attack.tactics(wire)) } satisfies Attack)
      : attack;
    const ground = this.#ground(attack, defense);
    return fightCell(played, password === 'random' ? await withRandomPassword(ground) : ground);
  }

  #attack(id: string): Attack {
    const attack = this.attacks.find((candidate) => candidate.id === id);
    if (!attack) throw new RangeError(`there is no attack ${id}`);
    return attack;
  }

  #ground(attack: Attack | null, defense: string): Ground {
    const { scenarios, seed, keysmith, strangerKeysmith, detonator } = this.#equipment;
    const scenario = scenarios.find(({ id }) => attack && id === scenarioOf(attack.id)) ?? scenarios[0]!;
    return { stack: this.stack(defense), scenario, seed, keysmith, strangerKeysmith, detonator };
  }
}

const nameOf = (attack: string, defense: string, { tactic, password }: Otherwise = {}): string =>
  JSON.stringify([attack, defense, tactic, password]);

/** The same list to try, and a password that is not on it. */
async function withRandomPassword(ground: Ground): Promise<Ground> {
  const candidates = (await ground.keysmith.dictionary?.()) ?? [];
  const password = randomBytes(16).toString('hex');
  const random = keysmith(password, Buffer.from(ground.keysmith.salt, 'base64'));
  return { ...ground, keysmith: random, guessable: { candidates, password } };
}

function sound(trace: Trace): Trace {
  const [fault] = eventsOf(trace, 'fault');
  if (fault) throw new Unproven(fault.what);
  return trace;
}
