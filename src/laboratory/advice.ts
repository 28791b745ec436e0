import type { Attack } from '../model/attack.js';
import type { Advice, Advised, TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import type { Verdict } from '../model/verdict.js';
import { costOf } from './cost.js';
import type { Shelf } from './explain.js';
import { type Arsenal, controlOf, type Laboratory } from './matrix.js';
import { OnDemand } from './on-demand.js';
import { learn, mayStop, type Requirements, type Way, way } from './requirements.js';
import { allStacks, fullestStacks, idsOf, namesOf, stackOf } from './stacks.js';

/** Real milliseconds after which no further stack is tried; what is then begun is fought to its end, within the minute. */
const BUDGET = 40_000;
/** So many stacks of one size are named at most. */
const ANSWERS = 3;
/** Attacks that a stack is fought against at a time before the next are worth it. */
const AT_ONCE = 4;

/**
 * Looks for the smallest stacks that leave nothing breached among the arsenal's attacks. What each single part does to
 * each attack tells which stacks may do; where no single part stops an attack, as many as compose are fought, and parts
 * are taken out again as long as it stays stopped. The stacks that may do are fought whole, the smallest first, and
 * what a fight teaches about parts that disturb or help each other narrows the rest.
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

  constructor(arsenal: Arsenal, shelf: Shelf, lab: Laboratory, deadline: number) {
    this.#arsenal = arsenal;
    this.#shelf = shelf;
    this.#lab = { ...lab, progress: () => {} };
    this.#ring = new OnDemand(arsenal, lab);
    this.#deadline = deadline;
  }

  async run(): Promise<Advice> {
    const { attacks } = this.#arsenal;
    const proved = await this.#proved(attacks);
    const unproved = attacks.filter((attack) => !proved.includes(attack));
    await this.#takeSound();
    await Promise.all(proved.map((attack) => this.#scout(attack)));
    // As long as not all parts are known, no small stack can be chosen: one of the fullest has to do.
    const settled = this.#late ? await this.#settle(this.#fullestFor(proved), proved) : null;
    const unstopped = proved.filter(({ id }) => !isStopped(this.#best.get(id) ?? 'breached'));
    const goals = proved.filter((attack) => !unstopped.includes(attack));
    this.#parts = this.#parts.filter((part) => this.#isUseful(part));
    const { found, apart, complete } = settled ?? (await this.#look(goals));
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
      apart: ids(apart.filter((attack) => goals.includes(attack))),
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

  /** The parts that may be taken, and the most of them at a time. */
  async #takeSound(): Promise<void> {
    const { known, sound } = this.#shelf;
    const alone = await Promise.all(sound.map((part) => this.#ring.benign(stackOf([part], known)!)));
    this.#parts = sound.filter((_, at) => alone[at]!.outcome === 'passed');
    this.#fullest = fullestStacks(this.#parts, known);
  }

  #isUseful(part: string): boolean {
    return [...this.#requirements.values()].some((ways) => ways.some(({ parts }) => parts.has(part)));
  }

  /** The first of the fullest stacks that stops the attack, or null. */
  async #fullestAgainst(attack: Attack): Promise<Stack | null> {
    for (const stack of this.#fullest) if (isStopped(await this.#verdict(attack, stack))) return stack;
    return null;
  }

  /** Learns which single parts stop the attack or, where none does, which together. */
  async #scout(attack: Attack): Promise<void> {
    // What is not breached without any defense asks for none; whether a part spoils that, whole stacks will tell.
    if (isStopped(await this.#verdict(attack, this.#arsenal.undefended))) return;
    const ways: Way[] = [];
    for (const part of this.#parts) {
      const stack = stackOf([part], this.#shelf.known)!;
      // A part that brings one which stops the attack is a longer way to the same end.
      const longer = ways.some(({ parts }) => [...parts].every((id) => idsOf(stack).includes(id)));
      if (this.#late || longer) continue;
      if (isStopped(await this.#verdict(attack, stack))) ways.push(way([part]));
    }
    // Where single parts only reveal it, many together may prevent it.
    const sure = this.#best.get(attack.id) === 'defeated' ? null : await this.#fullestAgainst(attack);
    if (ways.length === 0 && sure) ways.push(way(namesOf(await this.#fewest(attack, sure))));
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

  /**
   * Fights the stacks that may do, whole, the smallest first; gives attacks up one by one where none does. Where time is
   * up, it settles for the stack at hand.
   */
  async #look(goals: readonly Attack[]): Promise<Found> {
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
          return found.length > 0 ? { found, apart, complete: false } : this.#settle(stack, goals);
        if (does) found.push(stack);
        else failed.add(stack);
      }
      if (found.length > 0 || wanted.length === 0) return { found, apart, complete: true };
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

  /** Of the fullest stacks the one that may stop the most. */
  #fullestFor(attacks: readonly Attack[]): Stack | null {
    const most = (stack: Stack): number => attacks.filter((attack) => this.#mayDo(stack, [attack])).length;
    return this.#fullest.toSorted((one, other) => most(other) - most(one))[0] ?? null;
  }

  /** Names one stack, and what it leaves breached. */
  async #settle(stack: Stack | null, attacks: readonly Attack[]): Promise<Found> {
    if (!stack) return { found: [], apart: attacks, complete: false };
    return { found: [stack], apart: await this.#through(stack, attacks), complete: false };
  }

  /** The attacks that the stack does not stop. */
  async #through(stack: Stack, attacks: readonly Attack[]): Promise<Attack[]> {
    const verdicts = await Promise.all(attacks.map((attack) => this.#verdict(attack, stack)));
    return attacks.filter((_, at) => !isStopped(verdicts[at]!));
  }

  /** Whether the whole stack, once it has passed its benign control, stops every attack; null where time was up. */
  async #does(stack: Stack, wanted: readonly Attack[]): Promise<boolean | null> {
    const hardest = [...wanted].sort(
      (a, b) => (this.#refusals.get(b.id) ?? 0) - (this.#refusals.get(a.id) ?? 0),
    );
    for (let at = 0; at < hardest.length; at += AT_ONCE) {
      if (this.#late) return null;
      const through = await this.#through(stack, hardest.slice(at, at + AT_ONCE));
      for (const attack of through) await this.#learnFrom(attack, stack);
      if (through.length > 0) return false;
    }
    return true;
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

const isStopped = (verdict: Verdict): boolean =>
  verdict === 'detected' || verdict === 'defeated' || verdict === 'not-applicable';

/** Best for the defender last. That an attack does not apply says nothing about stopping it where it does. */
const BEST: readonly Verdict[] = ['inconclusive', 'breached', 'not-applicable', 'detected', 'defeated'];
