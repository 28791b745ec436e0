import { compose, SenselessComposition, WITHOUT } from '../defenses/compose.js';
import type { Attack } from '../model/attack.js';
import type { Part } from '../model/defense.js';
import type { TrialResult } from '../model/results.js';
import type { Stack } from '../model/stack.js';
import type { Verdict } from '../model/verdict.js';
import type { Arsenal, Campaign, Laboratory } from './matrix.js';
import { OnDemand, partsOf } from './on-demand.js';

/** What stops an attack is looked for among these parts; `known` are all that a composition may name. */
export interface Shelf {
  readonly known: readonly Part[];
  readonly sound: readonly string[];
}

/** The stack with one part more, and what that brings; null where they do not compose, or nothing is added. */
export function adding(stack: Stack, part: string, { known }: Shelf): Stack | null {
  try {
    const more = compose(withPart(stack.id, part), known);
    return partsOf(more) === partsOf(stack) ? null : more;
  } catch (error) {
    if (error instanceof SenselessComposition) return null;
    throw error;
  }
}

/** What was taken out of a composition is added by leaving it in. */
function withPart(id: string, part: string): string {
  const [whole = '', gone = ''] = id.split(WITHOUT);
  const left = gone.split('+').filter((name) => name !== '' && name !== part);
  const returned = left.length < gone.split('+').filter((name) => name !== '').length;
  const more = whole === 'none' ? part : returned ? whole : `${whole}+${part}`;
  return left.length === 0 ? more : `${more}${WITHOUT}${left.join('+')}`;
}

/** What is better for the defender than what the cell says. */
const BETTER: Readonly<Partial<Record<Verdict, readonly Verdict[]>>> = {
  breached: ['detected', 'defeated'],
  detected: ['defeated'],
};

/**
 * Says of every cell that is breached or detected which single parts would turn it, each found by fighting the same
 * attack against the defense with that part added.
 */
export async function explained(
  campaign: Campaign,
  arsenal: Arsenal,
  shelf: Shelf,
  lab: Laboratory,
): Promise<Campaign> {
  const ring = new OnDemand(arsenal, lab, campaign);
  const open = campaign.cells.filter(({ result }) => BETTER[result.verdict]);
  let done = 0;
  const answers = await Promise.all(
    open.map(async ({ result }) => {
      const attack = arsenal.attacks.find(({ id }) => id === result.attack)!;
      const stack = arsenal.stacks.find(({ id }) => id === result.defense)!;
      const stoppedBy = await remediesOf(result, attack, stack, shelf, ring);
      lab.progress?.(++done, open.length);
      return [result, { ...result, stoppedBy }] as const;
    }),
  );
  const told = new Map<TrialResult, TrialResult>(answers);
  const cells = campaign.cells.map((cell) => ({ ...cell, result: told.get(cell.result) ?? cell.result }));
  return { cells, matrix: { ...campaign.matrix, trials: cells.map(({ result }) => result) } };
}

/** The single parts that turn this cell, each fought; null where there is nothing to turn. */
export async function remediesOf(
  { verdict }: TrialResult,
  attack: Attack,
  stack: Stack,
  shelf: Shelf,
  ring: OnDemand,
): Promise<string[] | null> {
  const wanted = BETTER[verdict];
  return wanted ? stoppers(attack, stack, wanted, shelf, ring) : null;
}

async function stoppers(
  attack: Attack,
  stack: Stack,
  wanted: readonly Verdict[],
  shelf: Shelf,
  ring: OnDemand,
): Promise<string[]> {
  const found = await Promise.all(
    shelf.sound.map(async (part) => {
      const more = adding(stack, part, shelf);
      return more && wanted.includes(await ring.verdict(attack, more)) ? [part] : [];
    }),
  );
  return found.flat();
}
