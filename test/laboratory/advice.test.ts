import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { advise } from '../../src/laboratory/advice.js';
import { weightOf } from '../../src/laboratory/cost.js';
import { campaign, type Laboratory } from '../../src/laboratory/matrix.js';
import { loadPlugins } from '../../src/laboratory/plugins.js';
import { learn, mayStop, way } from '../../src/laboratory/requirements.js';
import { here, type Runner } from '../../src/laboratory/runner.js';
import type { Part } from '../../src/model/defense.js';
import type { Advice } from '../../src/model/results.js';
import { markdownAdvice, tellAdvice, toJson } from '../../src/report/index.js';
import { TERMINAL } from '../report/fixture.js';
import { attacksOf, openSettings } from '../support/laboratory.js';
import { complaintsAbout } from '../support/schemas.js';

const settings = openSettings();
afterAll(() => settings.close());

const arsenalOf = (attacks: readonly string[], known: readonly Part[]) => ({
  attacks: attacksOf(...attacks),
  scenarios: SCENARIOS,
  stacks: [],
  undefended: compose('none', known),
  variants: [compose('password-sha256', PARTS)],
});
const ask = (
  attacks: readonly string[],
  sound: readonly string[],
  known: readonly Part[] = PARTS,
  budget?: number,
  lab: Laboratory = settings.lab,
): Promise<Advice> => advise(arsenalOf(attacks, known), { known, sound }, lab, budget);
const named = ({ stacks }: Advice): string[] => stacks.map(({ defense }) => defense).sort();

describe('advice', () => {
  test('names the smallest stacks, cheapest first, and what each costs', async () => {
    const advice = await ask(['rogue-server/forge'], ['encryption', 'mac', 'fernet', 'ttl', 'codec']);
    expect(advice.stacks.map(({ defense }) => defense)).toEqual(['mac', 'fernet']);
    const [mac] = advice.stacks;
    expect(mac!.cost.bytes).toBeGreaterThanOrEqual(64); // 32 bytes in hex
    expect(mac!.cost.bytes).toBeLessThan(80);
    expect(mac!.cost.seal).toBeGreaterThan(0);
    expect(mac!.cost.open).toBeGreaterThan(0);
    expect(mac!.cost.stored.refused).toBe(0);
    const document = JSON.parse(toJson(advice));
    expect(complaintsAbout('advice', document)).toBe('');
    document.stacks[0].cost.bytes = 'many';
    expect(complaintsAbout('advice', document)).toContain('bytes');
    for (const text of [tellAdvice(advice, TERMINAL), markdownAdvice(advice, TERMINAL)])
      expect(text).toMatch(/leave none of 1 attack breached[\s\S]*mac[\s\S]*fernet/);
  });

  test('combines parts, and its answer survives the grid', async () => {
    const attacks = ['rogue-server/store', 'replay/after-ttl', 'insider/forge'];
    const advice = await ask(attacks, ['encryption', 'mac', 'ttl', 'signature', 'codec']);
    expect(named(advice)).toEqual(['ttl+signature']);
    expect(advice.stacks[0]!.cost.stored).toEqual({ refused: 12, of: 12 });
    const { matrix } = await campaign(
      { ...arsenalOf(attacks, PARTS), stacks: [compose(advice.stacks[0]!.defense, PARTS)] },
      settings.lab,
    );
    expect(matrix.controls.map(({ outcome }) => outcome)).not.toContain('failed');
    expect(matrix.trials.map(({ verdict }) => verdict)).toEqual(['defeated', 'defeated', 'defeated']);
  });

  test('finds parts that stop an attack only together', async () => {
    const advice = await ask(['session/squat'], ['mac', 'signature', 'codec', 'limits']);
    expect(named(advice)).toEqual(['signature+limits']);
  });

  test('does not insist on what a part brings, where another part stands in for that', async () => {
    const attacks = ['log-sniffer/length', 'key-theft/after-heal'];
    const advice = await ask(attacks, ['fernet', 'signature', 'pad', 'epoch']);
    expect(named(advice)).toEqual(['pad+epoch']);
    expect(advice.stacks[0]!.parts).not.toContain('fernet');
    expect([advice.apart, advice.complete]).toEqual([[], true]);
  });

  test('says what can only be revealed, and what nothing stops', async () => {
    const advice = await ask(['rogue-server/drop', 'log-sniffer/endpoint-log'], ['fernet', 'sequence']);
    expect(advice.revealedOnly).toEqual(['rogue-server/drop']);
    expect(advice.unstopped).toEqual(['log-sniffer/endpoint-log']);
    expect(named(advice)).toEqual(['sequence']);
    const told = tellAdvice(advice, TERMINAL).replace(/\s+/g, ' ');
    expect(told).toContain('at best revealed, never prevented: rogue-server/drop');
    expect(told).toContain('leaves breached: log-sniffer/endpoint-log');
  });

  test('gives up what cannot be had together, and says so', async () => {
    const advice = await ask(
      ['rogue-server/store', 'password/dictionary'],
      ['encryption', 'fernet', 'codec'],
    );
    expect(advice.apart).toHaveLength(1);
    expect(advice.stacks.length).toBeGreaterThan(0);
  });

  test('changes with a decoy in the place of the signature', async () => {
    const decoy = await loadPlugins([
      fileURLToPath(new URL('../decoys/signature-unchecked.ts', import.meta.url)),
    ]);
    const known = [...PARTS, ...decoy.parts];
    const others = ['encryption', 'mac', 'codec'];
    const attacks = ['rogue-server/forge', 'insider/forge'];
    expect(named(await ask(attacks, [...others, 'signature'], known))).toEqual(['signature']);
    const fooled = await ask(attacks, [...others, 'signature-unchecked'], known);
    expect(fooled.stacks.flatMap(({ parts }) => parts)).not.toContain('signature-unchecked');
    expect(fooled.unstopped).toEqual(['insider/forge']);
    expect(named(fooled)).toEqual(['mac']);
  }, 120_000);

  test('ends when its time is up, with what it has', async () => {
    const advice = await ask(['rogue-server/forge'], ['mac', 'codec'], PARTS, 0);
    expect(advice.complete).toBe(false);
    expect(named(advice)).toEqual(['mac+codec']);
    expect([advice.unstopped, advice.apart]).toEqual([[], []]);
  });

  test('ends with the stack at hand, fought against everything, where the time is up meanwhile', async () => {
    let passed = 0;
    const { now } = performance;
    vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + passed);
    const cell: Runner['cell'] = async (attack, ground) => {
      const fought = await here.cell(attack, ground);
      if (ground.stack.parts.length === 2) passed = 3_600_000;
      return fought;
    };
    const encrypted = ['rogue-server/store', 'log-sniffer/relay-log', 'log-sniffer/wire'];
    const signed = ['insider/forge', 'rogue-server/re-attribute', 'rogue-server/reflect'];
    const parts = ['encryption', 'signature', 'codec'];
    const lab = { ...settings.lab, runner: { ...here, cell } };
    const advice = await ask([...encrypted, ...signed], parts, PARTS, 60_000, lab).finally(() =>
      vi.restoreAllMocks(),
    );
    expect(advice.complete).toBe(false);
    expect(named(advice)).toEqual(['encryption+signature']);
    expect([advice.unstopped, advice.apart]).toEqual([[], []]);
    expect(advice.stacks[0]!.trials.map(({ verdict }) => verdict)).toEqual(Array(6).fill('defeated'));
  }, 120_000);
});

describe('what a stack costs', () => {
  test.each(['mac', 'transcript', 'epoch', 'full'])('%s is measured in microseconds', async (id) => {
    const weight = await weightOf(compose(id, PARTS), arsenalOf([], PARTS), settings.lab);
    for (const time of [weight.seal, weight.open]) {
      expect(time).toBeGreaterThan(0);
      expect(time).toBeLessThan(100_000);
    }
  });

  test('is not measured where its parts cannot open what they sealed', async () => {
    const deaf: Part = {
      ...compose('mac', PARTS).parts[0]!,
      id: 'deaf',
      layer: () => ({ seal: (body) => body, open: () => ({ ok: false, code: 'bad-mac' }) }),
    };
    const weight = await weightOf(compose('deaf', [...PARTS, deaf]), arsenalOf([], PARTS), settings.lab);
    expect([weight.seal, weight.open]).toEqual([null, null]);
  });
});

describe('what a stack must hold', () => {
  test('is one of the ways, unless something beside it spoils that one', () => {
    const ways = [way(['mac']), way(['fernet'], ['pad'])];
    expect(mayStop(undefined, [])).toBe(true);
    expect(mayStop(ways, ['codec'])).toBe(false);
    expect(mayStop(ways, ['fernet', 'codec'])).toBe(true);
    expect(mayStop(ways, ['fernet', 'pad'])).toBe(false);
    expect(mayStop(ways, ['fernet', 'pad', 'mac'])).toBe(true);
  });

  test('is narrowed by a stack that failed, to what was not harmful, and widened by what mends it', () => {
    const learnt = learn([way(['mac'])], ['mac', 'pad', 'codec'], ['pad'], [way(['mac', 'pad', 'ttl'])]);
    expect(mayStop(learnt, ['mac', 'codec'])).toBe(true);
    expect(mayStop(learnt, ['mac', 'pad'])).toBe(false);
    expect(mayStop(learnt, ['mac', 'pad', 'ttl'])).toBe(true);
  });

  test('is nothing any more where the way itself has failed', () => {
    expect(learn([way(['mac'])], ['mac'], [], [])).toEqual([]);
  });
});
