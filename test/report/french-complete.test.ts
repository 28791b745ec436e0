import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import type { Claim } from '../../src/claims/claim.js';
import { CLAIMS } from '../../src/claims/index.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { helpFor } from '../../src/cli/help.js';
import { speak } from '../../src/cli/language.js';
import { WORDS } from '../../src/cli/words/index.js';
import { PARTS } from '../../src/defenses/index.js';
import type { Campaign } from '../../src/laboratory/matrix.js';
import type { ClaimResult } from '../../src/model/claims.js';
import { CODES } from '../../src/model/code.js';
import { diagramOf } from '../../src/report/diagram.js';
import { renderHtmlReport } from '../../src/report/html/index.js';
import { renderTrial } from '../../src/report/html/trial.js';
import { renderMatrix, tellCell, tellScenario } from '../../src/report/index.js';
import { renderReport } from '../../src/report/report.js';
import { renderSlides } from '../../src/report/slides/index.js';
import { DICTIONARY, PATTERNS } from '../../src/report/texts/fr-said.js';
import { TEXTS, type Texts } from '../../src/report/texts/index.js';
import { TERMINAL } from './fixture.js';
import { fought } from './fought.js';

/** What stands between places: `a {b} c` and what a function puts around what it is given. */
const PLACE = '\u0001';

/** Every text of a catalogue; a function's is what it makes of places, and of numbers where that will not do. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    for (const given of [PLACE, 7, []])
      try {
        return textsOf(value(...Array.from({ length: value.length }, () => given)));
      } catch {}
    return [];
  }
  return Object.values(value ?? {}).flatMap(textsOf);
}

const plain = (text: string): string =>
  text
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\\([`*_{}[\]#!~$|@])/g, '$1')
    .replace(/\s+/g, ' ');

/** Whole sentences, or what is left of them between places: four words and more, which no French shares. */
const sentences = (texts: readonly string[]): string[] => [
  ...new Set(
    texts
      .flatMap((text) => plain(text).split(PLACE))
      .map((text) => text.trim())
      .filter((text) => text.split(' ').filter((word) => /^[\p{L}’',.:;-]+$/u.test(word)).length >= 4),
  ),
];

const { said: _, ...catalogue } = TEXTS.en as Texts;
const ENGLISH = sentences([
  ...textsOf(catalogue),
  ...ATTACKS.map(({ title }) => title),
  ...SCENARIOS.flatMap(({ title, story, lesson }) => [title, story, lesson]),
  ...PARTS.flatMap(({ title, protects, leavesOpen }) => [title, protects, leavesOpen]),
  ...Object.values(CODES).map(({ means }) => means),
  ...Object.keys(DICTIONARY),
  ...PATTERNS.map(([english]) => english.replace(/\{\w+\}/g, PLACE)),
  ...textsOf(WORDS.en.help),
  ...COMMANDS.map(({ tells }) => tells),
]);

const left = (text: string): string[] => {
  const read = plain(text);
  return ENGLISH.filter((english) => read.includes(english));
};
/** What the page's script is given, its texts out of their JSON. */
const dataOf = (page: string): string =>
  textsOf(
    JSON.parse(inflateRawSync(Buffer.from(/id="data">([^<]*)</.exec(page)![1]!, 'base64')).toString()),
  ).join('\n');
const visibleIn = (page: string): string =>
  page.replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, ' ').replace(/<[^>]*>/g, ' ');

/** A claim with each ruling that can come of it, as if it had been settled so. */
const claimed = ({ number, french, english, basis }: Claim): ClaimResult[] => {
  const head = { number, french, english };
  if ('argument' in basis) return [{ ...head, basis: 'argument', ...basis.argument }];
  const { configuration, counter, because } = basis.experiment;
  const run = {
    observed: 'of honest messages 8 of 8 deliveries refused (expired)',
    ruling: 'right',
  } as const;
  return Object.values(because).map((why) => ({
    ...head,
    ...run,
    basis: 'experiment',
    configuration: configuration.tells,
    because: why,
    counter: { ...run, configuration: counter.tells },
  }));
};

describe('in French, nothing of the English catalogues is left', () => {
  const bundle = { script: '', style: '' };
  let real: Campaign & { readonly claims: readonly ClaimResult[] };
  beforeAll(async () => {
    const attacks = ['log-sniffer/relay-log', 'rogue-server/rewrite', 'rogue-server/delay', 'replay/now'];
    real = {
      ...(await fought([...attacks, 'insider/forge', 'log-sniffer/endpoint-log'])),
      claims: CLAIMS.flatMap(claimed),
    };
  }, 120_000);

  test('the check knows the catalogues, and finds what is English', () => {
    expect(ENGLISH.length).toBeGreaterThan(400);
    expect(left(renderReport(real, SCENARIOS, ATTACKS, TEXTS.en)).length).toBeGreaterThan(60);
    expect(left(dataOf(renderHtmlReport(real, SCENARIOS, ATTACKS, TEXTS.en, bundle))).length).toBeGreaterThan(
      20,
    );
  });

  test('in the report', () => {
    expect(left(renderReport(real, SCENARIOS, ATTACKS, TEXTS.fr))).toEqual([]);
  });

  test('in the HTML report: what it shows, what its script is given', () => {
    const page = renderHtmlReport(real, SCENARIOS, ATTACKS, TEXTS.fr, bundle);
    expect(left(visibleIn(page))).toEqual([]);
    expect(left(dataOf(page))).toEqual([]);
  });

  test('in the slides', () => {
    const told = SCENARIOS.filter(({ id }) => id === 'rogue-server');
    expect(left(visibleIn(renderSlides(real, told, ATTACKS, TEXTS.fr, bundle)))).toEqual([]);
  });

  test('in what is taken away: trials, diagrams, grids', () => {
    for (const cell of real.cells) {
      expect(left(visibleIn(renderTrial(cell, 1, 'test', TEXTS.fr) ?? ''))).toEqual([]);
      expect(left(visibleIn(diagramOf(cell, TEXTS.fr) ?? ''))).toEqual([]);
    }
    for (const format of ['table', 'markdown', 'latex', 'svg'] as const)
      expect(left(visibleIn(renderMatrix(real.matrix, format, { ...TERMINAL, texts: TEXTS.fr })))).toEqual(
        [],
      );
  });

  test('in what the terminal tells of a scenario', () => {
    const look = { ...TERMINAL, texts: TEXTS.fr };
    const stories = real.cells.map(({ result, decisive }) => {
      const attack = ATTACKS.find(({ id }) => id === result.attack)!;
      const stack = real.matrix.defenses.find(({ id }) => id === result.defense)!;
      return tellCell(
        { attack, stack, result, trace: decisive?.trace ?? null, tactic: decisive?.tactic ?? null },
        look,
      );
    });
    for (const scenario of SCENARIOS)
      expect(left(tellScenario(scenario, stories, real.matrix, look))).toEqual([]);
  });

  test('in the help', () => {
    speak('fr');
    const help = [null, ...COMMANDS.map(({ name }) => name)].map(helpFor).join('\n');
    speak('en');
    expect(left(help)).toEqual([]);
  });
});
