import { compose, SenselessComposition, unbrought } from '../defenses/compose.js';
import type { Part } from '../model/defense.js';
import type { Stack } from '../model/stack.js';
import { partsOf } from './on-demand.js';

export const idsOf = ({ parts }: Stack): string[] => parts.map(({ id }) => id);

/** The parts that none of the others brings: naming those makes the same stack, or one in which something else stands in for what they bring. */
export const namesOf = ({ parts }: Stack): string[] => unbrought(parts).map(({ id }) => id);

/** The stack of these parts and of what they bring; null where they do not compose. */
export function stackOf(names: readonly string[], known: readonly Part[]): Stack | null {
  try {
    return compose(names.length === 0 ? 'none' : names.join('+'), known);
  } catch (error) {
    if (error instanceof SenselessComposition) return null;
    throw error;
  }
}

/** More parts than that make more compositions than can be looked at one by one. */
const MOST = 16;

/** Every stack that these parts compose to, each once and under its shortest name, the smallest first. */
export function allStacks(names: readonly string[], known: readonly Part[]): Stack[] {
  const some = names.slice(0, MOST);
  const stacks = new Map<string, Stack>();
  for (let mask = 0; mask < 2 ** some.length; mask++) {
    const stack = stackOf(
      some.filter((_, place) => mask & (1 << place)),
      known,
    );
    const known_ = stack && stacks.get(partsOf(stack));
    if (stack && (!known_ || stack.id.length < known_.id.length)) stacks.set(partsOf(stack), stack);
  }
  return [...stacks.values()].sort((a, b) => a.parts.length - b.parts.length);
}

/** For each two parts one stack that holds both and as many of the others as compose with them, the largest first. */
export function fullestStacks(names: readonly string[], known: readonly Part[]): Stack[] {
  const pairs = names.flatMap((one, at) => names.slice(at).map((two) => [...new Set([one, two])]));
  const stacks = pairs.flatMap((pair) => {
    if (!stackOf(pair, known)) return [];
    const kept = [...pair];
    for (const other of names)
      if (!kept.includes(other) && stackOf([...kept, other], known)) kept.push(other);
    return stackOf(kept, known) ?? [];
  });
  return stacks
    .filter((stack, at) => stacks.findIndex((other) => partsOf(other) === partsOf(stack)) === at)
    .sort((a, b) => b.parts.length - a.parts.length);
}
