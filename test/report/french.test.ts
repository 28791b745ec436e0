import { describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { CODES } from '../../src/model/code.js';
import { renderMatrix } from '../../src/report/index.js';
import { ATTACKS_FR } from '../../src/report/texts/fr-attacks.js';
import { LESSONS_FR } from '../../src/report/texts/fr-lessons/index.js';
import { PARTS_FR } from '../../src/report/texts/fr-parts.js';
import { DICTIONARY, inFrench, PATTERNS } from '../../src/report/texts/fr-said.js';
import { SCENARIOS_FR } from '../../src/report/texts/fr-scenarios.js';
import { inAscii, TEXTS } from '../../src/report/texts/index.js';
import { translator } from '../../src/report/texts/said.js';
import { madeMatrix, PLAIN, TERMINAL } from './fixture.js';

const WIRES = ['none', 'full', ...PARTS.map(({ id }) => id)].map((id) => compose(id, PARTS).wire);
/** What every tactic does, over every wire on which it has any. */
const DOES = [
  ...new Set(
    ATTACKS.flatMap(({ tactics }) => WIRES.flatMap((wire) => tactics(wire).map(({ does }) => does))),
  ),
];
const TITLES = ATTACKS.map(({ title }) => title);
const TOLD = SCENARIOS.flatMap(({ title, story, lesson }) => [title, story, lesson]);
const TAUGHT = SCENARIOS.flatMap(({ teaches }) => [
  ...teaches!.notice,
  ...teaches!.questions.flatMap(({ asks, hints }) => [asks, ...hints]),
]);
const PARTED = PARTS.flatMap(({ title, protects, leavesOpen }) => [title, protects, leavesOpen]);

describe('what ships has its French', () => {
  test.each([
    ['titles of attacks', TITLES],
    ['tactics', DOES],
    ['scenarios', TOLD],
    ['lessons', TAUGHT],
    ['parts', PARTED],
    ['codes', Object.values(CODES).map(({ means }) => means)],
  ])('%s', (_, sentences) => {
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((english) => inFrench(english) === null)).toEqual([]);
  });

  test('and nothing has French that does not ship', () => {
    const used = (dictionary: object, sentences: readonly string[], but: readonly string[] = []): string[] =>
      Object.keys(dictionary).filter((english) => !sentences.includes(english) && !but.includes(english));
    expect(used(ATTACKS_FR, [...TITLES, ...DOES])).toEqual([]);
    expect(used(SCENARIOS_FR, TOLD)).toEqual([]);
    expect(used(LESSONS_FR, TAUGHT)).toEqual([]);
    const bare = compose('none', PARTS).title;
    const composed = ['full', 'nothing', 'everything', 'what none of its parts protects', bare];
    expect(used(PARTS_FR, PARTED, composed)).toEqual([]);
  });

  test('with the spaces of French typography', () => {
    for (const french of [...Object.values(DICTIONARY), ...PATTERNS.map(([, french]) => french)]) {
      expect(french).not.toMatch(/ [:;?!»]|« |[\p{L}\d)»}][;?!»]|'/u);
      expect(french).not.toMatch(/[\p{L})»}]:\s/u);
    }
  });

  test('and every place of a pattern stands in both languages', () => {
    const places = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([place]) => place).sort();
    for (const [english, french] of PATTERNS) expect(places(french), english).toEqual(places(english));
  });
});

describe('a sentence that is put together when it happens', () => {
  test.each([
    [
      "bob showed as alice's a text that nobody sent in lab",
      'bob a affiché, comme venant d’alice, un texte que personne n’a envoyé dans lab',
    ],
    ['carol showed twice what was sent once', 'carol a affiché deux fois ce qui a été envoyé une fois'],
    ["relay's log", 'le journal du relais'],
    [
      "changes the start of Alice's first message (tag: zero)",
      'change le début du premier message d’Alice (code d’authentification\u00a0: nul)',
    ],
    ['nobody ever said this', null],
  ])('%s', (english, french) => {
    expect(inFrench(english)).toBe(french);
  });

  test('keeps what people wrote, whatever it says', () => {
    for (const words of ['{to}', 'once', 'a “quote” in it', '$1 and $&', 'line\nbreak'])
      expect(inFrench(`does not deliver “${words}!” to bob`)).toBe(
        `ne remet pas «\u00a0${words}!\u00a0» à bob`,
      );
  });

  test('goes by the first pattern that fits, place by place', () => {
    const said = translator({ one: 'un' }, [['{a} and {b}', '{b} et {a}']], [[' + ', ' + ']], (text) => text);
    expect(said('one and two')).toBe('two et un');
    expect(said('one + one')).toBe('un + un');
    expect(said('one + three')).toBeNull();
    expect(said('three')).toBeNull();
  });
});

describe('a grid', () => {
  const matrix = madeMatrix();
  const french = { ...TERMINAL, texts: TEXTS.fr };

  test('says its words in French, and its ids as they are', () => {
    const text = renderMatrix(matrix, 'table', french);
    expect(text).toContain('graine 1');
    expect(text).toContain('attaque réussie');
    expect(text).toContain('relay-log');
    expect(text).not.toMatch(/breached|defeated|seed|stored|controls/);
    const few = madeMatrix(undefined, ['none', 'mac']);
    expect(renderMatrix(few, 'latex', french)).toContain("\\textbf{r\\'{e}ussie}");
    expect(renderMatrix(matrix, 'markdown', french)).toContain('**✗ attaque réussie**');
  });

  test('stays within the terminal, and within ASCII where that is all there is', () => {
    const ascii = renderMatrix(matrix, 'table', { ...PLAIN, texts: inAscii(TEXTS.fr) });
    expect(ascii).toMatch(/^[\x0a\x20-\x7e]+$/);
    expect(ascii).toContain('attaque reussie');
    for (const text of [ascii, renderMatrix(matrix, 'table', french)])
      for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test('is the same for a program, whatever is spoken', () => {
    for (const format of ['json', 'csv'] as const)
      expect(renderMatrix(matrix, format, french)).toBe(renderMatrix(matrix, format, TERMINAL));
  });
});
