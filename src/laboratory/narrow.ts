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
 * Takes one part after another out of a stack as long as it goes on stopping all the goals that it stops. A part is
 * first missed where it was seen at work: only those attacks are fought when it goes. What is left is then fought
 * whole; what gets through there is asked at every step of the next round. A goal that is stopped only once some part
 * has gone is kept from there on. Where time is up, the answer is the last stack that was fought whole.
 */
export async function narrowed(base: Stack, goals: readonly Attack[], asked: Asked): Promise<Narrowed> {
  const breached = await breaching(base, goals, asked);
  const fired = new Map<Attack, string | null>();
  for (const attack of goals) fired.set(attack, await asked.firedIn(attack, base));
  const telling = new Set<Attack>();
  for (;;) {
    const { stack, apart } = await shrunk({ stack: base, apart: breached }, goals, { fired, telling }, asked);
    const wanted = goals.filter((attack) => !apart.includes(attack));
    const answer = await stopsAll(stack, wanted, asked);
    if (answer === null) return { stack: base, apart: breached };
    if (answer.through.length === 0) return { stack, apart };
    // Each round knows one attack more, and no stack is shrunk past it again.
    for (const attack of answer.through) telling.add(attack);
  }
}

/** What tells that a part is needed: who fired at which attack in the whole, and the attacks that tell of every part. */
interface Signs {
  readonly fired: ReadonlyMap<Attack, string | null>;
  readonly telling: ReadonlySet<Attack>;
}

async function shrunk(
  start: Narrowed,
  goals: readonly Attack[],
  { fired, telling }: Signs,
  asked: Asked,
): Promise<Narrowed> {
  let { stack, apart } = start;
  const kept = new Set<string>();
  for (;;) {
    const next = oneLess(stack, kept, asked.known);
    if (!next) return { stack, apart };
    const { part, fewer } = next;
    const [first, then, last] = [
      (attack: Attack) => telling.has(attack),
      (attack: Attack) => fired.get(attack) === part,
      // Nobody's check fired: a secret was kept, by whichever part.
      (attack: Attack) => fired.get(attack) === null,
    ];
    const wanted = goals.filter((attack) => !apart.includes(attack));
    const order = [...new Set([first, then, last].flatMap((is) => wanted.filter(is)))];
    const answer = await stopsAll(fewer, order, asked);
    if (answer === null) return { stack, apart };
    if (answer.through.length > 0) kept.add(part);
    else [stack, apart] = [fewer, await breaching(fewer, apart, asked)];
  }
}

/** The stack without the first of its parts that may go; a part that another one brings comes back until that has gone. */
function oneLess(
  stack: Stack,
  kept: ReadonlySet<string>,
  known: readonly Part[],
): { readonly part: string; readonly fewer: Stack } | null {
  for (const part of idsOf(stack)) {
    const others = idsOf(stack).filter((id) => id !== part);
    const fewer = kept.has(part) ? null : stackOf(others, known);
    if (fewer && fewer.parts.length < stack.parts.length) return { part, fewer };
  }
  return null;
}

async function breaching(
  stack: Stack,
  goals: readonly Attack[],
  { stops }: Pick<Asked, 'stops'>,
): Promise<readonly Attack[]> {
  const stopped = await Promise.all(goals.map((attack) => stops(attack, stack)));
  return goals.filter((_, at) => !stopped[at]);
}
