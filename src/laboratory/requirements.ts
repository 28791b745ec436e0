/** What is known of an attack: which parts a stack must hold to stop it, as far as fights have told. Pure. */

/** Parts that together stop an attack, unless one of `unless` stands beside them. */
export interface Way {
  readonly parts: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
}

/** The ways to stop each attack, by its id. An attack without an entry asks for nothing. */
export type Requirements = Map<string, Way[]>;

export const way = (parts: Iterable<string>, unless: Iterable<string> = []): Way => ({
  parts: new Set(parts),
  unless: new Set(unless),
});

/** Whether a stack of these parts may stop the attack, by all that is known. */
export const mayStop = (ways: readonly Way[] | undefined, parts: readonly string[]): boolean =>
  ways === undefined || ways.some((one) => holds(one, parts));

const holds = ({ parts, unless }: Way, standing: readonly string[]): boolean =>
  [...parts].every((part) => standing.includes(part)) && !standing.some((part) => unless.has(part));

/** A stack of these parts did not stop the attack: what was thought a way there does not go past `harmful`. */
export function learn(
  ways: readonly Way[],
  standing: readonly string[],
  harmful: readonly string[],
  better: readonly Way[],
): Way[] {
  const blocked = ways.map((one) => {
    if (!holds(one, standing)) return one;
    const beside = harmful.filter((part) => !one.parts.has(part));
    // Nothing in particular spoils it: then this way does not go past anything that stood here.
    const spoilt = beside.length > 0 ? beside : standing.filter((part) => !one.parts.has(part));
    return spoilt.length > 0 ? way(one.parts, [...one.unless, ...spoilt]) : null;
  });
  return [...blocked.filter((one) => one !== null), ...better];
}
