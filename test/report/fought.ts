import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { keysmith } from '../../src/defenses/keys.js';
import { type Campaign, campaign } from '../../src/laboratory/matrix.js';
import { SEVEN } from './fixture.js';

/** Attacks whose frames carry no code: here no victim process stands ready. */
export const HARMLESS = ATTACKS.filter(({ id }) => !id.startsWith('deserialization/'));

/** Really fights these attacks against these defenses. */
export const fought = (attacks: readonly string[], defenses: readonly string[] = SEVEN): Promise<Campaign> =>
  campaign(
    {
      attacks: HARMLESS.filter(({ id }) => attacks.includes(id)),
      scenarios: SCENARIOS,
      stacks: defenses.map((id) => compose(id, PARTS)),
      undefended: compose('none', PARTS),
      variants: PARTS.map(({ id }) => compose(id, PARTS)),
    },
    {
      seed: 1,
      keysmith: keysmith('the group password'),
      strangerKeysmith: keysmith('another password'),
      detonator: { detonate: () => Promise.reject(new Error('no attack here carries code')) },
      containment: 'none needed',
      version: '0.0.0',
    },
  );
