import type { Attack } from '../model/attack.js';
import type { Advice, Advised, TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import type { Verdict } from '../model/verdict.js';
import { costOf } from './cost.js';
import type { Shelf } from './explain.js';
import { type Arsenal, controlOf, type Laboratory } from './matrix.js';
import { type Asked, isStopped, type Narrowed, narrowed, stopsAll } from './narrow.js';
import { OnDemand } from './on-demand.js';
import { learn, mayStop, type Requirements, type Way, way } from './requirements.js';
import { allStacks, fullestStacks, idsOf, stackOf } from './stacks.js';

/** Real milliseconds after which no further stack is tried. */
const BUDGET = 45_000;
/** So many stacks of one size are named at most. */
const ANSWERS = 3;
/** Against more attacks than that, a good stack is first sought from above: single parts would be fought for long. */
const FEW = 3;

/**
 * Looks for the smallest stacks that leave nothing breached among the arsenal's attacks. As many parts as compose are
 * fought first: what breaches those is left out of the search. Against many attacks, parts are then taken out as long
 * as nothing gets through: no answer is larger than what is left. What each single part does to each attack tells
 * which stacks may do; those are fought whole, the smallest first, and what a fight teaches about parts that disturb
 * or help each other narrows the rest.
 */
export async function advise(
  arsenal: Arsenal,
  shelf: Shelf,
  lab: Laboratory,
  budget: number = BUDGET,
): Promise<Advice> {
  const search = new Search(arsenal, shelf, lab, performance.now() + budget);
  return search.run();
}

interface Found {
  readonly found: readonly Stack[];
  readonly apart: readonly Attack[];
  readonly complete: boolean;
}

class Search {
  readonly #arsenal: Arsenal;
  readonly #shelf: Shelf;
  readonly #lab: Laboratory;
  readonly #ring: OnDemand;
  readonly #deadline: number;
  readonly #requirements: Requirements = new Map();
  readonly #best = new Map<string, Verdict>();
  /** How often an attack has turned a stack down: whoever does that most is asked first. */
  readonly #refusals = new Map<string, number>();
  /** The parts that pass their benign control and, once that is known, are of use against some attack. */
  #parts: string[] = [];
  #fullest: Stack[] = [];
  readonly #asked: Asked;
  /** What was found from above, where that was sought. */
  #least: Narrowed | null = null;

  constructor(arsenal: Arsenal, shelf: Shelf, lab: Laboratory, deadline: number) {
    this.#arsenal = arsenal;
    this.#shelf = shelf;
    this.#lab = { ...lab, progress: () => {} };
    this.#ring = new OnDemand(arsenal, lab);
    this.#deadline = deadline;
    this.#asked = {
      known: shelf.known,
      stops: async (attack, stack) => isStopped(await this.#verdict(attack, stack)),
      firedIn: async (attack, stack) => (await this.#ring.trial(attack, stack)).part,
      late: () => this.#late,
    };
  }

  async run(): Promise<Advice> {
    const { attacks } = this.#arsenal;
    const proved = await this.#proved(attacks);
    const unproved = attacks.filter((attack) => !proved.includes(attack));
    const sure = await this.#fightFullest(proved);
    const unstopped = proved.filter(({ id }) => !isStopped(this.#best.get(id) ?? 'breached'));
    const goals = proved.filter((attack) => !unstopped.includes(attack));
    if (goals.length > FEW && this.#fullest.length > 0) this.#least = await this.#fromAbove(goals);
    await this.#scout(goals, sure);
    const { found, apart, complete } = await this.#look(goals);
    const stacks: Advised[] = [];
    for (const stack of found) stacks.push(await this.#told(stack, attacks));
    stacks.sort((a, b) => a.cost.bytes - b.cost.bytes);
    const ids = (some: readonly Attack[]): string[] => some.map(({ id }) => id);
    const { version, seed, containment } = this.#lab;
    return {
      schema: 'mallory/advice/v1',
      version,
      seed,
      containment,
      against: ids(attacks),
      stacks,
      revealedOnly: ids(goals.filter(({ id }) => this.#best.get(id) === 'detected')),
      unstopped: ids(unstopped),
      apart: ids(apart),
      unproved: ids(unproved),
      complete,
      fought: this.#ring.fought,
    };
  }

  get #late(): boolean {
    return performance.now() > this.#deadline;
  }

  async #proved(attacks: readonly Attack[]): Promise<Attack[]> {
    const breaches = await Promise.all(
      attacks.map((attack) => this.#ring.trial(attack, controlOf(attack, this.#arsenal))),
    );
    return attacks.filter((_, at) => breaches[at]!.verdict === 'breached');
  }

  /** What as many parts as compose, and none at all, do to each attack; answers with the stack that does best. */
  async #fightFullest(attacks: readonly Attack[]): Promise<Map<Attack, Stack | null>> {
    const { known, sound } = this.#shelf;
    const alone = await Promise.all(sound.map((part) => this.#ring.benign(stackOf([part], known)!)));
    this.#parts = sound.filter((_, at) => alone[at]!.outcome === 'passed');
    this.#fullest = fullestStacks(this.#parts, known);
    const sure = await Promise.all(attacks.map((attack) => this.#fullestAgainst(attack)));
    await Promise.all(attacks.map((attack) => this.#verdict(attack, this.#arsenal.undefended)));
    return new Map(attacks.map((attack, at) => [attack, sure[at]!]));
  }

  /** What each part alone does to each attack. */
  async #scout(goals: readonly Attack[], sure: ReadonlyMap<Attack, Stack | null>): Promise<void> {
    await Promise.all(
      goals.map((attack) => this.#require(attack, this.#sureOf(attack) ?? sure.get(attack)!)),
    );
    const useful = new Set(
      [...this.#requirements.values()].flatMap((ways) => ways.flatMap(({ parts }) => [...parts])),
    );
    this.#parts = this.#parts.filter((part) => useful.has(part));
  }

  /** What was narrowed down from above, where it stops the attack. */
  #sureOf(attack: Attack): Stack | null {
    return this.#least && !this.#least.apart.includes(attack) ? this.#least.stack : null;
  }

  /** The stack that is left of the most helpful of the fullest, when all has gone that nothing needs. */
  async #fromAbove(goals: readonly Attack[]): Promise<Narrowed> {
    const through = async (stack: Stack, some: readonly Attack[]): Promise<Attack[]> => {
      const verdicts = await Promise.all(some.map((attack) => this.#verdict(attack, stack)));
      return some.filter((_, at) => !isStopped(verdicts[at]!));
    };
    const [first, ...others] = this.#fullest;
    const open = await through(first!, goals);
    let [base, least] = [first!, open.length];
    for (const other of others) {
      // Only what breached the first has to be fought to see whether this one is worth the rest.
      if (least === 0 || this.#late || (await through(other, open)).length >= least) continue;
      const left = (await through(other, goals)).length;
      if (left < least) [base, least] = [other, left];
    }
    return narrowed(base, goals, this.#asked);
  }

  /** The first of the fullest stacks that stops the attack, or null. */
  async #fullestAgainst(attack: Attack): Promise<Stack | null> {
    for (const stack of this.#fullest) if (isStopped(await this.#verdict(attack, stack))) return stack;
    return null;
  }

  /** Learns which single parts stop the attack or, where none does, which together. */
  async #require(attack: Attack, sure: Stack | null): Promise<void> {
    // What is not breached without any defense asks for none; whether a part spoils that, whole stacks will tell.
    if (isStopped(await this.#verdict(attack, this.#arsenal.undefended))) return;
    const ways: Way[] = [];
    for (const part of this.#parts) {
      const stack = stackOf([part], this.#shelf.known)!;
      // A part that brings one which stops the attack is a longer way to the same end.
      const longer = ways.some(({ parts }) => [...parts].every((id) => idsOf(stack).includes(id)));
      if (this.#late || longer) continue;
      if (isStopped(await this.#verdict(attack, stack))) ways.push(way(idsOf(stack)));
    }
    if (ways.length === 0 && sure) ways.push(way(idsOf(await this.#fewest(attack, sure))));
    this.#requirements.set(attack.id, ways);
  }

  /** Takes one part after another out of a stack that stops an attack, until it needs every one that is left. */
  async #fewest(attack: Attack, stack: Stack): Promise<Stack> {
    for (const part of idsOf(stack)) {
      const fewer = stackOf(
        idsOf(stack).filter((id) => id !== part),
        this.#shelf.known,
      );
      // A part that another one brings comes back, until that one has gone.
      if (this.#late || !fewer || fewer.parts.length >= stack.parts.length) continue;
      if (isStopped(await this.#verdict(attack, fewer))) return this.#fewest(attack, fewer);
    }
    return stack;
  }

  /** Fights the stacks that may do, whole, the smallest first; gives attacks up one by one where none does. */
  async #look(goals: readonly Attack[]): Promise<Found> {
    if (this.#late) return this.#fallback(goals);
    const all = allStacks(this.#parts, this.#shelf.known);
    const failed = new Set<Stack>();
    const apart: Attack[] = [];
    for (;;) {
      const wanted = goals.filter((attack) => !apart.includes(attack));
      const found: Stack[] = [];
      for (const stack of all) {
        const enough = found[0]?.parts.length ?? Infinity;
        if (stack.parts.length > enough || found.length === ANSWERS) break;
        if (failed.has(stack) || !this.#mayDo(stack, wanted)) continue;
        const does = await this.#does(stack, wanted);
        if (does === null)
          return found.length > 0 ? { found, apart, complete: false } : this.#fallback(goals);
        if (does) found.push(stack);
        else failed.add(stack);
      }
      if (found.length > 0 || wanted.length === 0) return { found, apart, complete: true };
      if (this.#late) return this.#fallback(goals);
      apart.push(this.#mostInTheWay(wanted, all));
      failed.clear();
    }
  }

  #mayDo(stack: Stack, wanted: readonly Attack[]): boolean {
    const parts = idsOf(stack);
    return wanted.every(({ id }) => mayStop(this.#requirements.get(id), parts));
  }

  /** The attack that alone keeps the most stacks from being tried; where none does, the one that failed most. */
  #mostInTheWay(wanted: readonly Attack[], all: readonly Stack[]): Attack {
    const alone = new Map<Attack, number>();
    for (const stack of all) {
      const against = wanted.filter(({ id }) => !mayStop(this.#requirements.get(id), idsOf(stack)));
      if (against.length === 1) alone.set(against[0]!, (alone.get(against[0]!) ?? 0) + 1);
    }
    const weight = (attack: Attack): number =>
      alone.size > 0 ? (alone.get(attack) ?? 0) : (this.#refusals.get(attack.id) ?? 0);
    return [...wanted].sort((a, b) => weight(b) - weight(a))[0]!;
  }

  /** Where time is up: what was narrowed down; else the one of the fullest stacks that leaves the least breached. */
  async #fallback(goals: readonly Attack[]): Promise<Found> {
    const { stack, apart } = this.#least ?? (await this.#fullestOf(goals));
    return { found: stack ? [stack] : [], apart, complete: false };
  }

  async #fullestOf(
    goals: readonly Attack[],
  ): Promise<{ stack: Stack | undefined; apart: readonly Attack[] }> {
    const left = await Promise.all(
      this.#fullest.map(async (stack) => {
        const verdicts = await Promise.all(goals.map((attack) => this.#verdict(attack, stack)));
        return { stack, apart: goals.filter((_, at) => !isStopped(verdicts[at]!)) };
      }),
    );
    return left.sort((a, b) => a.apart.length - b.apart.length)[0] ?? { stack: undefined, apart: goals };
  }

  /** Whether the whole stack, once it has passed its benign control, stops every attack; null where time was up. */
  async #does(stack: Stack, wanted: readonly Attack[]): Promise<boolean | null> {
    const hardest = [...wanted].sort(
      (a, b) => (this.#refusals.get(b.id) ?? 0) - (this.#refusals.get(a.id) ?? 0),
    );
    const answer = await stopsAll(stack, hardest, this.#asked);
    if (answer === null) return null;
    for (const attack of answer.through) await this.#learnFrom(attack, stack);
    return answer.through.length === 0;
  }

  /** Finds out which part of the stack spoils what should have stopped the attack, and which part more would mend it. */
  async #learnFrom(attack: Attack, stack: Stack): Promise<void> {
    this.#refusals.set(attack.id, (this.#refusals.get(attack.id) ?? 0) + 1);
    if (this.#late) return;
    const { known } = this.#shelf;
    const standing = idsOf(stack);
    const stops = async (other: Stack | null): Promise<boolean> =>
      other !== null && isStopped(await this.#verdict(attack, other));
    const others = this.#parts.filter((part) => !standing.includes(part));
    const [spoils, mends] = await Promise.all([
      Promise.all(
        standing.map((part) =>
          stops(
            stackOf(
              standing.filter((id) => id !== part),
              known,
            ),
          ),
        ),
      ),
      Promise.all(others.map((part) => stops(stackOf([...standing, part], known)))),
    ]);
    const ways = this.#requirements.get(attack.id) ?? [way([])];
    const better = others.filter((_, at) => mends[at]).map((part) => way([...standing, part]));
    const harmful = standing.filter((_, at) => spoils[at]);
    this.#requirements.set(attack.id, learn(ways, standing, harmful, better));
  }

  async #verdict(attack: Attack, stack: Stack): Promise<Verdict> {
    const verdict = await this.#ring.verdict(attack, stack);
    const before = this.#best.get(attack.id) ?? 'inconclusive';
    if (BEST.indexOf(verdict) > BEST.indexOf(before)) this.#best.set(attack.id, verdict);
    return verdict;
  }

  async #told(stack: Stack, attacks: readonly Attack[]): Promise<Advised> {
    const trials: TrialResult[] = await Promise.all(
      attacks.map(async (attack) => ({ ...(await this.#ring.trial(attack, stack)), defense: stack.id })),
    );
    return {
      defense: stack.id,
      parts: idsOf(stack),
      cost: await costOf(stack, this.#arsenal, this.#lab),
      trials,
    };
  }
}

/** Best for the defender last. That an attack does not apply says nothing about stopping it where it does. */
const BEST: readonly Verdict[] = ['inconclusive', 'breached', 'not-applicable', 'detected', 'defeated'];
