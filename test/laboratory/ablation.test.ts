import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { ablation, isWorse } from '../../src/laboratory/ablation.js';
import type { Ablation, PartRole } from '../../src/model/results.js';
import { markdownAblation, tellAblation, toJson } from '../../src/report/index.js';
import { TERMINAL } from '../report/fixture.js';
import { attacksOf, openSettings } from '../support/laboratory.js';
import { complaintsAbout } from '../support/schemas.js';

const settings = openSettings();
afterAll(() => settings.close());

const apart = async (defense: string, ...attacks: string[]): Promise<Ablation> => {
  const arsenal = {
    attacks: attacksOf(...attacks),
    scenarios: SCENARIOS,
    stacks: [compose(defense, PARTS)],
    undefended: compose('none', PARTS),
  };
  return (await ablation(arsenal, PARTS, settings.lab)).ablation;
};
const roleOf = ({ roles }: Ablation, part: string): PartRole => roles.find((role) => role.part === part)!;

describe('a composition fought without each of its parts', () => {
  let fought: Ablation;
  beforeAll(async () => {
    fought = await apart('mac+fernet', 'rogue-server/rewrite', 'rogue-server/store');
  });

  test('tells for which attack a part is necessary, and what happened without it', () => {
    expect(roleOf(fought, 'fernet').needed).toEqual([
      {
        attack: 'rogue-server/store',
        whole: 'defeated',
        without: 'breached',
        because: expect.stringContaining("bob's secret"),
      },
    ]);
  });

  test('tells who answers in the place of a part that is not missed', () => {
    expect(roleOf(fought, 'mac')).toEqual({
      part: 'mac',
      gone: ['mac'],
      needed: [],
      unproved: [],
      standIns: [{ attack: 'rogue-server/rewrite', by: 'fernet' }],
    });
  });

  test('is valid as a document, and is not with a role that tells less', () => {
    const document = JSON.parse(toJson(fought));
    expect(complaintsAbout('ablation', document)).toBe('');
    delete document.roles[0].gone;
    expect(complaintsAbout('ablation', document)).toContain('gone');
  });

  test('is told in words', () => {
    for (const text of [tellAblation(fought, TERMINAL), markdownAblation(fought, TERMINAL)]) {
      expect(text).toContain('is necessary: without it 1 attack gets further');
      expect(text).toContain('rogue-server/store: defeated with it, breached without');
      expect(text).toContain('is defense in depth');
      expect(text).toContain('fernet answers rogue-server/rewrite');
    }
  });
});

test('a part really goes where another brings it, and takes along what cannot speak without it', async () => {
  const fought = await apart('ttl', 'rogue-server/rewrite', 'replay/after-ttl');
  expect(fought.roles.map(({ part, gone }) => [part, gone])).toEqual([
    ['fernet', ['fernet', 'ttl']],
    ['ttl', ['ttl']],
  ]);
  const kept = await apart('sequence', 'rogue-server/store', 'replay/now');
  expect(roleOf(kept, 'fernet').gone).toEqual(['fernet']);
  expect(roleOf(kept, 'fernet').needed.map(({ attack }) => attack)).toEqual(['rogue-server/store']);
});

test('where nobody’s check fires, the stand-in is the one without which the secret is lost, too', async () => {
  const fought = await apart('fernet+limits', 'log-sniffer/ghost-subscriber');
  expect(fought.roles.map(({ part, standIns }) => [part, standIns[0]?.by])).toEqual([
    ['limits', 'fernet'],
    ['fernet', 'limits'],
  ]);
});

test('worse is worse for the defender; what proves nothing is neither', () => {
  expect([isWorse('breached', 'detected'), isWorse('detected', 'not-applicable')]).toEqual([true, true]);
  expect([isWorse('defeated', 'not-applicable'), isWorse('defeated', 'breached')]).toEqual([false, false]);
  expect([isWorse('inconclusive', 'defeated'), isWorse('breached', 'inconclusive')]).toEqual([null, null]);
});
