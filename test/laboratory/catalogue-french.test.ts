import { afterAll, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { campaign } from '../../src/laboratory/matrix.js';
import { eventsOf } from '../../src/model/trace.js';
import { inFrench } from '../../src/report/texts/fr-said.js';
import { openSettings } from '../support/laboratory.js';

const settings = openSettings();
afterAll(() => settings.close());

test('whatever adversaries and the referee say in a fight has its French', async () => {
  const stacks = ['none', 'fernet', 'signature', 'full'].map((id) => compose(id, PARTS));
  const named = [...new Set(ATTACKS.flatMap(({ against }) => against ?? []))];
  const { matrix, cells } = await campaign(
    {
      attacks: ATTACKS,
      scenarios: SCENARIOS,
      stacks,
      undefended: compose('none', PARTS),
      variants: named.map((id) => compose(id, PARTS)),
    },
    settings.lab,
  );
  const sentences = [
    ...matrix.trials.map(({ because }) => because),
    ...matrix.controls.map(({ because }) => because),
    ...matrix.defenses.flatMap(({ title, protects, leavesOpen }) => [title, protects, leavesOpen]),
    ...cells.flatMap(({ decisive }) => [
      ...eventsOf(decisive?.trace ?? [], 'did').map(({ what }) => what),
      ...eventsOf(decisive?.trace ?? [], 'held').map(({ source }) => source),
    ]),
  ];
  expect(sentences.length).toBeGreaterThan(ATTACKS.length * stacks.length);
  expect([...new Set(sentences)].filter((english) => inFrench(english) === null)).toEqual([]);
}, 600_000);
