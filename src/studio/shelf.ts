import { ALIASES, compose, SenselessComposition } from '../defenses/compose.js';
import { type Attack, scenarioOf } from '../model/attack.js';
import type { Part } from '../model/defense.js';
import type { Scenario } from '../model/scenario.js';
import type { Stack } from '../model/stack.js';
import type { StudioCatalogue, StudioStack } from '../model/studio.js';
import { given } from '../report/lesson.js';
import { Refused } from './refused.js';

/** What was loaded when the studio started: nothing else can be asked for. */
export interface Shelf {
  readonly attacks: readonly Attack[];
  readonly parts: readonly Part[];
  readonly scenarios: readonly Scenario[];
  /** The rows of the default grid. */
  readonly grid: readonly Attack[];
  /** The columns of the default grid. */
  readonly defenses: readonly string[];
}

/** The lists as the page shows them. */
export function catalogueOf(
  { attacks, parts, scenarios, grid, defenses }: Shelf,
  version: string,
): StudioCatalogue {
  return {
    version,
    scenarios: scenarios.map(({ id, title, story, cast, lesson, teaches }) => ({
      id,
      title,
      story,
      cast,
      lesson,
      teaches: teaches ? given(teaches, Number.POSITIVE_INFINITY) : null,
    })),
    attacks: attacks.map((attack) => ({
      id: attack.id,
      scenario: scenarioOf(attack.id),
      title: attack.title,
      position: attack.position,
      property: attack.property,
      grid: grid.includes(attack),
    })),
    presets: Object.fromEntries(Object.entries(ALIASES).map(([id, list]) => [id, list.split('+')])),
    parts: parts.map(({ id, title, protects, leavesOpen }) => ({
      id,
      title,
      protects,
      leavesOpen,
      grid: defenses.includes(id),
    })),
  };
}

/** Throws Refused. */
export function attackNamed(id: string, { attacks }: Shelf): Attack {
  const attack = attacks.find((candidate) => candidate.id === id);
  if (!attack) throw new Refused(400, 'unknown attack');
  return attack;
}

/** Throws Refused, with the reason of a senseless composition. */
export function stackOf(names: readonly string[], { parts }: Shelf): Stack {
  refuseUnknown(names, parts);
  try {
    return compose(idOf(names), parts);
  } catch (error) {
    if (error instanceof SenselessComposition) throw new Refused(400, error.message);
    throw error;
  }
}

/** The stack that a class has switched on, and what each further part would say to it. Throws Refused for unknown names. */
export function describeStack(names: readonly string[], { parts }: Shelf): StudioStack {
  refuseUnknown(names, parts);
  const composed = attempt(names, parts);
  const known = typeof composed === 'string' ? null : composed;
  const there = known?.parts.map(({ id }) => id) ?? names;
  const refusals = parts
    .filter(({ id }) => !there.includes(id))
    .flatMap(({ id }) => {
      const tried = attempt([...names, id], parts);
      return typeof tried === 'string' ? [[id, tried] as const] : [];
    });
  return {
    id: known?.id ?? idOf(names),
    title: known?.title ?? '',
    parts: there,
    refused: typeof composed === 'string' ? composed : null,
    refusals: Object.fromEntries(refusals),
  };
}

const idOf = (names: readonly string[]): string => names.join('+') || 'none';

function refuseUnknown(names: readonly string[], parts: readonly Part[]): void {
  if (!names.every((name) => parts.some(({ id }) => id === name))) throw new Refused(400, 'unknown part');
}

/** The stack, or why there is none. */
function attempt(names: readonly string[], parts: readonly Part[]): Stack | string {
  try {
    return compose(idOf(names), parts);
  } catch (error) {
    if (error instanceof SenselessComposition) return error.message;
    throw error;
  }
}
