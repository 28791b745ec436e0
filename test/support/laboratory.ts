import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { type Containment, createContainment } from '../../src/containment/containment.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { keysmith } from '../../src/defenses/keys.js';
import { type Campaign, campaign, type Laboratory } from '../../src/laboratory/matrix.js';
import type { Attack } from '../../src/model/attack.js';
import type { Part } from '../../src/model/defense.js';
import type { Matrix } from '../../src/model/results.js';

/** A laboratory for tests: real sockets, real containment, one key derivation for all its fights. */
export interface TestLaboratory {
  fight(
    defenses: readonly string[],
    options?: { seed?: number; attacks?: readonly Attack[]; parts?: readonly Part[]; abreast?: number },
  ): Promise<Campaign>;
  close(): Promise<void>;
}

/** Where tests fight: real containment, keys of their own. */
export function openSettings(): { readonly lab: Laboratory; close(): Promise<void> } {
  const containment: Containment = createContainment();
  const lab = {
    keysmith: keysmith('a password for tests'),
    strangerKeysmith: keysmith('another password'),
    seed: 1,
    detonator: containment,
    containment: containment.tier.name,
    version: 'test',
  };
  return { lab, close: () => containment.close() };
}

export function openLaboratory(): TestLaboratory {
  const { lab, close } = openSettings();
  return {
    fight: (defenses, { seed = 1, attacks = ATTACKS, parts = PARTS, abreast = 2 } = {}) =>
      campaign(
        {
          attacks,
          scenarios: SCENARIOS,
          stacks: defenses.map((id) => compose(id, parts)),
          undefended: compose('none', parts),
          variants: PARTS.map(({ id }) => compose(id, PARTS)),
        },
        { ...lab, abreast, seed },
      ),
    close,
  };
}

/** `attack → verdict` of one column. */
export const column = (matrix: Matrix, defense: string): Record<string, string> =>
  Object.fromEntries(
    matrix.trials
      .filter((trial) => trial.defense === defense)
      .map(({ attack, verdict }) => [attack, verdict]),
  );

/** The attacks of this id, or all of a scenario. */
export const attacksOf = (...names: readonly string[]): readonly Attack[] =>
  ATTACKS.filter(({ id }) => names.some((name) => id === name || id.startsWith(`${name}/`)));
