import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SCENARIOS } from '../scenarios/index.js';
import { ALIASES } from '../src/defenses/compose.js';
import type { Matrix, TrialResult } from '../src/model/results.js';
import type { StudioTrial } from '../src/model/studio.js';
import { renderMatrix } from '../src/report/index.js';
import { TEXTS } from '../src/report/texts/index.js';
import { freshDirectory, mallory, ROOT } from './cli/mallory.js';
import { expected, parseCsv, readMarkdown, readTable } from './report/cells.js';
import { openTestStudio } from './support/studio.js';
import { THOROUGH } from './support/thorough.js';

const committed = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

async function output(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await mallory(args);
  expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}

type Facts = Pick<TrialResult, 'attack' | 'defense' | 'verdict' | 'code' | 'part'>;
const facts = ({ attack, defense, verdict, code, part }: Facts): string =>
  JSON.stringify([attack, defense, verdict, code, part]);

/** What a report says, whatever machine wrote it. */
const said = (report: string): string =>
  report.replace(
    /(on the machine that wrote this report: |sur la machine qui a écrit ce rapport\u00a0: )\S+/,
    '$1…',
  );

/** The grid beneath the line that names the machine's containment. */
const gridOf = (text: string): string => text.slice(text.indexOf('━'));
const blockOf = (name: string): string => /```text\n([\s\S]*?)```/.exec(committed(name))?.[1] ?? '';

let matrix: Matrix;
beforeAll(async () => {
  matrix = JSON.parse(await output('matrix', '--format', 'json'));
}, 200_000);

test('matrix, scenario, Markdown, CSV, REPORT and README agree in both languages cell for cell', async () => {
  const truth = expected(matrix);

  const played: Matrix[] = [];
  const told = SCENARIOS.filter(({ id }) => id === 'insider' || id === 'network');
  for (const { id } of told) played.push(JSON.parse(await output('scenario', id, '--format', 'json')));
  // A card has columns of its own; where they are the grid's, they say the same.
  const shared = played
    .flatMap(({ trials }) => trials)
    .filter(({ defense }) => matrix.defenses.some(({ id }) => id === defense));
  expect(shared.length).toBeGreaterThan(0);
  for (const trial of shared) expect(matrix.trials.map(facts)).toContain(facts(trial));

  const look = { width: 80, unicode: true, colour: false, texts: TEXTS.en };
  expect(readMarkdown(renderMatrix(matrix, 'markdown', look), matrix)).toEqual(truth);
  expect(readTable(renderMatrix(matrix, 'table', look), matrix, true)).toEqual(truth);

  const [head = [], ...rows] = parseCsv(renderMatrix(matrix, 'csv', look));
  const cell = (row: readonly string[], name: string): string | null => row[head.indexOf(name)] || null;
  const listed = rows.map((row) =>
    ['attack', 'defense', 'verdict', 'code', 'part'].map((name) => cell(row, name)),
  );
  expect(listed.map((row) => JSON.stringify(row))).toEqual(matrix.trials.map(facts));

  const report = committed('REPORT.md');
  expect(readMarkdown(report.slice(report.indexOf('## The grid')), matrix)).toEqual(truth);
  const folder = freshDirectory();
  const [english, french] = [join(folder, 'en.md'), join(folder, 'fr.md')];
  await output('report', '--output', english, '--in-french', french);
  expect(said(report)).toBe(said(readFileSync(english, 'utf8')));
  expect(said(committed('REPORT.fr.md'))).toBe(said(readFileSync(french, 'utf8')));

  expect(readTable(blockOf('README.md'), matrix, true)).toEqual(truth);
  const inFrench = renderMatrix(matrix, 'table', { ...look, texts: TEXTS.fr });
  expect(gridOf(blockOf('README.fr.md'))).toBe(gridOf(inFrench));
}, 400_000);

test.runIf(THOROUGH)(
  'a trial started from the page comes out as from the command line, in every cell',
  async () => {
    const studio = await openTestStudio();
    const played: TrialResult[] = [];
    for (const { attack, defense } of matrix.trials) {
      const parts = (ALIASES[defense] ?? defense).split('+').filter((part) => part !== 'none');
      const asked = { attack, parts, seed: matrix.seed };
      played.push((await studio.answer<StudioTrial>('/api/trial', asked)).result);
    }
    await studio.close();
    const whole = (trial: TrialResult) => [facts(trial), trial.tactic];
    expect(played).toHaveLength(915);
    expect(played.map(whole)).toEqual(matrix.trials.map(whole));
  },
  600_000,
);
