import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../src/claims/claim.js';
import { CLAIMS } from '../../src/claims/index.js';
import { settle } from '../../src/claims/settle.js';
import { containmentOn } from '../../src/containment/containment.js';
import { describe as describeMachine } from '../../src/containment/tiers.js';
import { type Outcome, tally, tellAll } from '../../src/experiments/outcome.js';
import { Unproven } from '../../src/experiments/unproven.js';
import { checked } from '../../src/laboratory/plugin-shape.js';
import { stopper } from '../../src/labs/lab.js';
import { eventsOf } from '../../src/model/trace.js';
import { VERDICTS } from '../../src/model/verdict.js';
import { CLAIMS_FR, OBSERVED_FR } from '../../src/report/texts/fr-claims.js';
import { LABS_FR, PLAYED_FR } from '../../src/report/texts/fr-labs.js';
import { MACHINE_FR, REFUSED_FR } from '../../src/report/texts/fr-machine.js';
import { OUTCOMES_FR, UNPROVEN_FR } from '../../src/report/texts/fr-outcomes.js';
import { DICTIONARY, frenchBy, inFrench, PATTERNS } from '../../src/report/texts/fr-said.js';
import { recordedTrials } from '../referee/recorded.js';
import { NO_BENCH } from '../support/bench.js';
import { englishLeft } from '../support/french.js';

/** All that was told in this file, and what of it is English in French. */
const TOLD = new Set<string>();
const left = (english: string): string[] => {
  TOLD.add(english);
  return englishLeft(english);
};

const outcome = (verdict: Outcome['verdict'], code: string | null = null): Outcome => ({
  attack: 'insider/forge',
  defense: 'mac',
  verdict,
  code,
});
const NONE = { of: 6, refused: 0, codes: [] };
const [THROUGH, STOPPED] = [outcome('breached'), outcome('defeated', 'bad-mac')];

const experimentOf = (number: number): Experiment => {
  const { basis } = CLAIMS.find((claim) => claim.number === number)!;
  if (!('experiment' in basis)) throw new Error(`claim ${number} is an argument`);
  return basis.experiment;
};

describe('a claim has its French', () => {
  test.each(CLAIMS.map(({ number, basis }) => [number, basis] as const))(
    '%i, however it is ruled',
    (_, basis) => {
      const told =
        'argument' in basis
          ? [
              basis.argument.configuration,
              basis.argument.observed,
              basis.argument.because,
              basis.argument.source,
            ]
          : [
              basis.experiment.configuration.tells,
              basis.experiment.counter.tells,
              ...Object.values(basis.experiment.because),
            ];
      expect(told.length).toBeGreaterThan(3);
      expect(told.flatMap(left)).toEqual([]);
    },
  );

  const tapped = (readsSecret: boolean): unknown => ({
    tapped: { bytes: 16, readsSecret },
    guess: THROUGH,
    swapped: { of: 6, refused: 1, codes: ['bad-hmac'] },
  });
  const differing = (codes: string[]): unknown => ({
    bob: { of: 4, refused: codes.length, codes },
    alice: { of: 1, refused: codes.length, codes },
    carol: 4,
    crashed: null,
  });
  test.each<[number, unknown]>([
    [1, { shown: 4, crossed: 2 }],
    [4, { leak: THROUGH, peaks: [1, 2] }],
    [6, { others: [], wire: STOPPED }],
    [6, { others: ['carol', 'dave'], wire: THROUGH }],
    [8, { draws: 10, repeated: 0, sameKey: false }],
    [8, { draws: 10, repeated: 9, sameKey: true }],
    [9, tapped(true)],
    [9, tapped(false)],
    [10, { guess: THROUGH, sharedWork: true }],
    [10, { guess: STOPPED, sharedWork: false }],
    [11, { sameSalt: true, otherSalt: false }],
    [12, { guess: THROUGH, cheap: false }],
    [12, { guess: THROUGH, cheap: true }],
    [17, { server: [THROUGH, STOPPED], member: THROUGH }],
    [23, { bare: THROUGH, sealed: [THROUGH, STOPPED] }],
    [24, [{ reader: 'none', outcomes: [THROUGH, STOPPED] }]],
    [
      24,
      [{ reader: 'codec', outcomes: [STOPPED, { ...STOPPED, code: null }, outcome('detected', 'bad-mac')] }],
    ],
    [26, { outcomes: [THROUGH, STOPPED], sameTime: 2, of: 2 }],
    [
      29,
      { behind: NONE, close: { of: 6, refused: 6, codes: ['expired'] }, ahead: NONE, slowReader: THROUGH },
    ],
    [30, NONE],
    [32, VERDICTS.slice(0, 3).flatMap((verdict) => [outcome(verdict), outcome(verdict, 'bad-mac')])],
    [27, { of: 6, refused: 0, codes: [] }],
    [31, differing([])],
    [31, differing(['bad-hmac'])],
    [31, { bob: null, alice: { of: 0, refused: 0, codes: [] }, crashed: 1, carol: 0 }],
  ])('and claim %i, whatever is observed: %j', (number, seen) => {
    expect(left(experimentOf(number).observed(seen))).toEqual([]);
  });

  test.each([null, { version: '3.99.0', ran: true }, { version: '3.99.0', ran: false }])(
    'and claim 22, whatever Python does: %j',
    (python) => {
      const { here } = experimentOf(22);
      expect(left(here!({ chat: [], python, reads: 'pickle' })!)).toEqual([]);
    },
  );

  test('and the ways in which attacks come out', () => {
    const all = VERDICTS.filter(
      (verdict) => verdict !== 'not-applicable' && verdict !== 'inconclusive',
    ).flatMap((verdict) => [
      outcome(verdict),
      outcome(verdict, 'bad-mac'),
      { ...outcome(verdict), attack: 'flood/join (fast)' },
      { ...outcome(verdict, 'bad-mac'), attack: 'flood/join (fast)' },
    ]);
    const told = [
      tellAll(all),
      ...all.map((one) => tellAll([one])),
      ...all.filter(({ attack }) => !attack.includes(' ')).map((one) => stopper('mac', one).outcome),
      ...[[THROUGH], [STOPPED], [THROUGH, STOPPED], [THROUGH, THROUGH], [THROUGH, THROUGH, STOPPED]].map(
        tally,
      ),
    ];
    expect(told.flatMap(left)).toEqual([]);
    expect(inFrench(tally([THROUGH, STOPPED]))).toBe(
      '1 attaque sur 2 est passée\u00a0: insider/forge\u202f; arrêtées\u00a0: insider/forge (bad-mac)',
    );
  });

  test('and what an experiment says that settles nothing', async () => {
    const settled = async (main: string, counter: string): Promise<string[]> => {
      const its = {
        ...experimentOf(27),
        configuration: { tells: 'mac', sees: main },
        counter: { tells: 'mac', sees: counter },
        observe: async ({ sees }: { sees: string }) => {
          if (sees.length > 5) throw new Unproven(sees);
          return sees;
        },
        ruling: (sees: string) => sees,
        observed: () => 'of honest messages 0 of 6 deliveries refused',
        because: {},
      } as unknown as Experiment;
      const [result] = await settle([{ ...CLAIMS[0]!, basis: { experiment: its } }], NO_BENCH);
      return [result!.because, result!.observed];
    };
    const never = 'the adversary never sent anything';
    const whys = [
      `insider/forge against mac is inconclusive: ${never}`,
      `insider/forge against mac is not-applicable: ${never}`,
      `insider/forge does not breach none: ${never}`,
    ];
    for (const told of [
      await settled('right', 'right'),
      await settled('right', 'wrong'),
      ...(await Promise.all(whys.map((why) => settled(why, 'right')))),
    ])
      expect(told.flatMap(left)).toEqual([]);
  });
});

describe('what this machine says has its French', () => {
  const WRAPPERS = [[], ['--net'], ['--net', '--pid'], ['--pdeathsig', '--net', '--pid']];
  test.each(['--permission', null])('how it confines, with %s', (flag) => {
    const told = WRAPPERS.flatMap((wrapper) => describeMachine(flag, wrapper).tier.why);
    expect(told).toHaveLength(16);
    expect(told.flatMap(left)).toEqual([]);
  });

  test.each([
    [null, 'best'],
    ['--permission', 'strict'],
  ] as const)('and why it refuses, with %s and %s safety', (flag, safety) => {
    let why = '';
    try {
      containmentOn(describeMachine(flag, []), { safety });
    } catch (error) {
      why = (error as Error).message;
    }
    expect(why).toMatch(/^containment is/);
    expect(left(why)).toEqual([]);
  });

  const ATTACK = {
    id: 'rogue-server/x',
    title: 'X',
    position: 'relay',
    property: 'integrity',
    needs: [],
    alarms: [],
    cwe: [],
    sources: [],
    tactics: () => [],
    adversary: () => ({}),
  };
  const PART = { id: 'p', title: 'P', protects: 'p', leavesOpen: 'p', stage: 'time' };
  const field = (its: object): object => ({
    ...PART,
    envelope: { part: 'p', encoding: 'hex', fields: [{ name: 'tag', ...its }] },
  });
  const scenario = (its: object): object => ({
    id: 's',
    title: 'S',
    story: 's',
    cast: ['alice', 'bob'],
    attacks: [],
    defenses: ['none'],
    lesson: 's',
    script: () => [],
    ...its,
  });
  test.each<[string, object]>([
    ['exports nothing', {}],
    ['has no list', { parts: 3 }],
    ['lacks a title', { parts: [{ ...PART, title: undefined }] }],
    ['has an empty one', { parts: [{ ...PART, title: '' }] }],
    ['has a long one', { parts: [{ ...PART, title: 'x'.repeat(401) }] }],
    ['has a long id', { parts: [{ ...PART, id: 'x'.repeat(61) }] }],
    ['has no id', { parts: [{ ...PART, id: 'A b' }] }],
    ['is none', { parts: [{ ...PART, id: 'none' }] }],
    ['stands nowhere', { parts: [{ ...PART, stage: 'moon' }] }],
    ['has half a byte', { parts: [field({ bytes: 0.5 })] }],
    ['has fewer than no bytes', { parts: [field({ bytes: -1 })] }],
    ['ends with two characters', { parts: [field({ until: 'ab' })] }],
    ['has an attack of no id', { attacks: [{ ...ATTACK, id: 'x' }] }],
    ['has an attack of nowhere', { attacks: [{ ...ATTACK, position: 'moon' }] }],
    ['has an attack without functions', { attacks: [{ ...ATTACK, adversary: 'no' }] }],
    ['casts a number', { scenarios: [scenario({ cast: ['alice', 'b0b'] })] }],
    ['casts mallory', { scenarios: [scenario({ cast: ['alice', 'mallory'] })] }],
    ['casts one', { scenarios: [scenario({ cast: ['alice'] })] }],
    ['has no id of a scenario', { scenarios: [scenario({ id: 'a/b' })] }],
  ])('and why a plugin is refused that %s', (_, its) => {
    let why = '';
    try {
      checked({ attacks: [], parts: [], scenarios: [], ...its });
    } catch (error) {
      why = (error as Error).message;
    }
    expect(why).not.toBe('');
    expect(left(why)).toEqual([]);
  });
});

test('what adversaries did in recorded trials, and what the referee said of them, has its French', () => {
  const told = recordedTrials().flatMap(({ trace, ruling }) => [
    ruling.because,
    ...eventsOf(trace, 'did').map(({ what }) => what),
    ...eventsOf(trace, 'held').map(({ source }) => source),
  ]);
  const ofEach = [...new Set(told)];
  expect(ofEach.length).toBeGreaterThan(150);
  expect(ofEach.flatMap(left)).toEqual([]);
});

/** The program's own words, as they stand in its sources, and with either end of what is told one way or the other. */
const SOURCES = ['claims', 'experiments', 'labs', 'containment', 'laboratory', 'arena']
  .map((folder) => join(import.meta.dirname, '..', '..', 'src', folder))
  .flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')))
  .flatMap((text) =>
    ['$&', '$1', '$2'].map((end) =>
      text.replace(/\$\{[\w.]+ \? ['`]([^'`{}]*)['`] : ['`]([^'`{}]*)['`]\}/g, end),
    ),
  )
  .join('\n');

const standsInSources = (english: string): boolean =>
  english
    .split(/\{\w+\}/)
    .map((text) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .every((text) => SOURCES.includes(text));

/** Sentences that were told above come out otherwise without it. */
const isMissed = (without: (english: string) => string | null): boolean =>
  [...TOLD].some((english) => without(english) !== inFrench(english));

test('nothing has French that nobody says', () => {
  expect(TOLD.size).toBeGreaterThan(200);
  const keys = [CLAIMS_FR, LABS_FR, MACHINE_FR].flatMap((dictionary) => Object.keys(dictionary));
  expect(
    keys
      .filter((english) => !standsInSources(english))
      .filter((english) => {
        const { [english]: _, ...others } = DICTIONARY;
        return !isMissed(frenchBy(others, PATTERNS));
      }),
  ).toEqual([]);
  const patterns = [...OUTCOMES_FR, ...OBSERVED_FR, ...PLAYED_FR, ...REFUSED_FR, ...UNPROVEN_FR];
  expect(
    patterns
      .filter(([english]) => !standsInSources(english))
      .filter((one) => {
        const others = PATTERNS.filter((other) => other !== one);
        expect(others).toHaveLength(PATTERNS.length - 1);
        return !isMissed(frenchBy(DICTIONARY, others));
      }),
  ).toEqual([]);
});
