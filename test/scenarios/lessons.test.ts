import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { OnDemand } from '../../src/laboratory/on-demand.js';
import type { LessonCell } from '../../src/model/lesson.js';
import { openSettings } from '../support/laboratory.js';

const LESSONS = SCENARIOS.map(({ id, teaches }) => [id, teaches!] as const);
const CELLS = LESSONS.flatMap(([, { questions }]) => questions.flatMap(({ cells }) => cells));

const named = ([attack, defense, verdict]: LessonCell): string => `${attack} against ${defense}: ${verdict}`;
const questionsOf = LESSONS.flatMap(([id, { questions }]) =>
  questions.map((question, n) => [`${id}, question ${n + 1}`, question] as const),
);

test('every scenario has one, with something to notice and something to read', () => {
  expect(LESSONS.map(([, lesson]) => lesson)).not.toContain(undefined);
  for (const [, { notice, questions, reading }] of LESSONS) {
    expect(notice.length).toBeGreaterThanOrEqual(2);
    expect(notice.length).toBeLessThanOrEqual(4);
    expect(questions.length).toBe(3);
    expect(reading.length).toBeGreaterThanOrEqual(3);
  }
});

test.each(questionsOf)('%s has two or three hints, and points to cells of its scenario', (name, question) => {
  expect([2, 3]).toContain(question.hints.length);
  expect(question.asks).toMatch(/\?$/);
  expect(question.cells.some(([attack]) => attack.startsWith(`${name.split(',')[0]}/`))).toBe(true);
});

/** The title begins with what the address is made of, so that neither can be of another work. */
test.each(LESSONS)('the addresses of %s are those of the works that stand beside them', (_, { reading }) => {
  for (const { title, address } of reading) {
    const [, rfc] = /^RFC (\d+)/.exec(title) ?? [];
    const [, cwe] = /^CWE-(\d+)/.exec(title) ?? [];
    const [, cve] = /^(CVE-\d+-\d+)/.exec(title) ?? [];
    if (rfc) expect(address).toBe(`https://www.rfc-editor.org/rfc/rfc${rfc}`);
    if (cwe) expect(address).toBe(`https://cwe.mitre.org/data/definitions/${cwe}.html`);
    if (cve) expect(address).toBe(`https://nvd.nist.gov/vuln/detail/${cve}`);
    if (address !== undefined) expect(address).toMatch(/^https:\/\/[\w.-]+\/[\w./-]+$/);
  }
});

const NAMES = new Set(['none', 'full', ...PARTS.map(({ id }) => id)]);
const KNOWN = new Set(ATTACKS.map(({ id }) => id));

/** `rogue-server/drop`, and whatever else looks like an attack of a scenario. */
test('no text names an attack that is not there', () => {
  const texts = LESSONS.flatMap(([, { notice, questions }]) => [
    ...notice,
    ...questions.flatMap(({ asks, hints }) => [asks, ...hints]),
  ]);
  const scenarios = SCENARIOS.map(({ id }) => id).join('|');
  const spoken = texts.flatMap((text) => text.match(new RegExp(`\\b(?:${scenarios})/[a-z-]+`, 'g')) ?? []);
  expect(spoken.length).toBeGreaterThan(5);
  expect(spoken.filter((id) => !KNOWN.has(id))).toEqual([]);
  for (const [attack, defense] of CELLS) {
    expect(KNOWN).toContain(attack);
    for (const part of defense.split('+')) expect(NAMES).toContain(part);
  }
});

describe('what the questions are about is so', () => {
  const settings = openSettings();
  let ring: OnDemand;
  beforeAll(() => {
    const undefended = compose('none', PARTS);
    ring = new OnDemand(
      { attacks: ATTACKS, scenarios: SCENARIOS, stacks: [undefended], undefended },
      settings.lab,
    );
  });
  afterAll(() => settings.close());

  test('cell by cell, fought', async () => {
    const fought = await Promise.all(
      CELLS.map(async ([id, defense]): Promise<LessonCell> => {
        const attack = ATTACKS.find((candidate) => candidate.id === id)!;
        return [id, defense, (await ring.trial(attack, compose(defense, PARTS))).verdict];
      }),
    );
    expect(CELLS.length).toBeGreaterThan(100);
    expect(fought.map(named)).toEqual(CELLS.map(named));
  }, 300_000);
});
