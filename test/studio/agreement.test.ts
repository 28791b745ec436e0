import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import type { TrialResult } from '../../src/model/results.js';
import type { StudioTrial } from '../../src/model/studio.js';
import { openLaboratory } from '../support/laboratory.js';
import { openTestStudio, type TestStudio } from '../support/studio.js';

const SEED = 1;

/** A slice with every verdict and every kind of check; CI compares the whole default grid (test/agreement.test.ts). */
const SLICE = {
  attacks: [
    'rogue-server/rewrite',
    'rogue-server/delay',
    'replay/after-ttl',
    'log-sniffer/relay-log',
    'deserialization/server',
    'insider/forge',
  ],
  defenses: ['none', 'encryption', 'ttl', 'signature', 'codec'],
};

let studio: TestStudio;
beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.close());

const facts = ({ attack, defense, verdict, tactic, code, part }: TrialResult) => ({
  attack,
  defense,
  verdict,
  tactic,
  code,
  part,
});

describe('a trial started through the studio', () => {
  test('has the same verdict in a column', async () => {
    const asked = { attack: 'rogue-server/rewrite', parts: ['mac'], seed: SEED };
    const { result } = await studio.answer<StudioTrial>('/api/trial', asked);
    expect(facts(await studio.answer<TrialResult>('/api/cell', asked))).toEqual(facts(result));
  });

  test('comes out as in the laboratory: verdict, tactic, code and part', { timeout: 600_000 }, async () => {
    const laboratory = openLaboratory();
    const attacks = ATTACKS.filter(({ id }) => SLICE.attacks.includes(id));
    const { matrix } = await laboratory.fight(SLICE.defenses, { seed: SEED, attacks });
    await laboratory.close();
    const played: TrialResult[] = [];
    for (const { attack, defense } of matrix.trials) {
      const asked = { attack, parts: defense === 'none' ? [] : [defense], seed: SEED };
      const { result } = await studio.answer<StudioTrial>('/api/trial', asked);
      played.push(result);
    }
    expect(played).toHaveLength(SLICE.attacks.length * SLICE.defenses.length);
    expect(played.map(facts)).toEqual(matrix.trials.map(facts));
    expect(new Set(played.map(({ verdict }) => verdict))).toContain('defeated');
  });
});
