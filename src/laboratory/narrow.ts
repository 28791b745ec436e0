import type { Attack } from '../model/attack.js';
import type { Part } from '../model/defense.js';
import type { Stack } from '../model/stack.js';
import type { Verdict } from '../model/verdict.js';
import { idsOf, stackOf } from './stacks.js';

/** What is asked of the fights while a stack is narrowed down. */
export interface Asked {
  readonly known: readonly Part[];
  stops(attack: Attack, stack: Stack): Promise<boolean>;
  /** The part whose check fired there; null where none did. */
  firedIn(attack: Attack, stack: Stack): Promise<string | null>;
  /** Whether time is up. */
  late(): boolean;
}

/** A stack, and the goals that it leaves breached. */
export interface Narrowed {
  readonly stack: Stack;
  readonly apart: readonly Attack[];
}

export const isStopped = (verdict: Verdict): boolean =>
  verdict === 'detected' || verdict === 'defeated' || verdict === 'not-applicable';

/** Attacks that a stack is fought against at a time before the next are worth it. */
const AT_ONCE = 4;

/** Whether a stack stops every attack, asked in this order; null where time was up before that was known. */
export async function stopsAll(
  stack: Stack,
  attacks: readonly Attack[],
  { stops, late }: Pick<Asked, 'stops' | 'late'>,
): Promise<{ readonly through: readonly Attack[] } | null> {
  for (let at = 0; at < attacks.length; at += AT_ONCE) {
    if (late()) return null;
    const some = attacks.slice(at, at + AT_ONCE);
    const stopped = await Promise.all(some.map((attack) => stops(attack, stack)));
    const through = some.filter((_, place) => !stopped[place]);
    if (through.length > 0) return { through };
  }
  return { through: [] };
}

/**
 * Takes one part after another out of a stack as long as it goes on stopping all the goals that it stops: what is left
 * needs each of its parts. A goal that is stopped only once some part has gone is kept from there on.
 */
export async function narrowed(base: Stack, goals: readonly Attack[], asked: Asked): Promise<Narrowed> {
  let stack = base;
  let apart = await breaching(stack, goals, asked);
  const kept = new Set<string>();
  for (;;) {
    const next = idsOf(stack).flatMap((part) => {
      const fewer = stackOf(
        idsOf(stack).filter((id) => id !== part),
        asked.known,
      );
      // A part that another one brings comes back, until that one has gone.
      return kept.has(part) || !fewer || fewer.parts.length >= stack.parts.length ? [] : [{ part, fewer }];
    })[0];
    if (!next) return { stack, apart };
    const wanted = goals.filter((attack) => !apart.includes(attack));
    const answer = await stopsAll(next.fewer, await likeliestFirst(next.part, wanted, base, asked), asked);
    if (answer === null) return { stack, apart };
    if (answer.through.length > 0) kept.add(next.part);
    else {
      stack = next.fewer;
      apart = await breaching(stack, apart, asked);
    }
  }
}

async function breaching(stack: Stack, goals: readonly Attack[], { stops }: Asked): Promise<Attack[]> {
  const stopped = await Promise.all(goals.map((attack) => stops(attack, stack)));
  return goals.filter((_, at) => !stopped[at]);
}

/** First the attacks that this part was seen to refuse, then those that nobody's check refused: a secret was kept. */
async function likeliestFirst(
  part: string,
  attacks: readonly Attack[],
  base: Stack,
  { firedIn }: Asked,
): Promise<Attack[]> {
  const fired = await Promise.all(attacks.map((attack) => firedIn(attack, base)));
  const rank = (attack: Attack): number => {
    const by = fired[attacks.indexOf(attack)];
    return by === part ? 0 : by === null ? 1 : 2;
  };
  return [...attacks].sort((a, b) => rank(a) - rank(b));
}
