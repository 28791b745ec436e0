import type { Position } from '../../src/model/property.js';
import { honest, MALLORY, type Trace } from '../../src/model/trace.js';

export const RELAY = 'relay';

/** Who stands on the stage. */
export interface Cast {
  readonly members: readonly string[];
  /** Mallory runs the relay. */
  readonly rogue: boolean;
  /** Mallory has a place of her own. */
  readonly apart: boolean;
}

/** The cast of a scenario, and whoever else is a member in this trace. */
export function castOf(cast: readonly string[], position: Position, trace: Trace | null): Cast {
  const joined = trace ? honest(trace) : [];
  const members = [...new Set([...cast, ...joined])].filter((who) => who !== MALLORY && who !== RELAY);
  return {
    members: members.slice(0, PLACES.length),
    rogue: position.startsWith('relay'),
    apart: position !== 'relay',
  };
}

export interface Place {
  /** Per cent of the stage. */
  readonly x: number;
  readonly y: number;
}

const LEFT: Place = { x: 17, y: 46 };
const PLACES: readonly Place[] = [
  { x: 17, y: 24 },
  { x: 83, y: 24 },
  { x: 83, y: 76 },
  { x: 17, y: 76 },
];
const CENTRE: Place = { x: 50, y: 26 };
const MIDDLE: Place = { x: 50, y: 46 };
const BELOW: Place = { x: 50, y: 80 };

/** Where somebody stands; whoever is no member speaks for Mallory, who has no other helpers. */
export function placeOf(who: string, { members, apart }: Cast): Place {
  if (who === RELAY) return apart ? CENTRE : MIDDLE;
  const index = members.indexOf(who);
  if (index >= 0) return index === 0 && members.length < PLACES.length ? LEFT : PLACES[index]!;
  return apart ? BELOW : MIDDLE;
}
