import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCENARIOS } from '../../scenarios/index.js';
import { inFrench } from '../../src/report/texts/fr-said.js';
import { complaintsAbout } from '../support/schemas.js';
import { freshDirectory, here } from './mallory.js';

/** The words in a row, however their lines were broken. */
const flat = (text: string): string => text.replace(/[ \n]+/g, ' ');
const COLUMNS = SCENARIOS.flatMap(({ id, teaches }) =>
  (['en', 'fr'] as const).map((lang) => [id, lang, teaches!] as const),
);

describe('mallory lesson', () => {
  test.each(COLUMNS)(
    '%s in %s: each number of hints opens one hint more',
    async (id, lang, { questions, notice }) => {
      const said = (english: string): string => (lang === 'fr' ? inFrench(english)! : english);
      for (const open of [0, 1, 2, 3]) {
        const { code, stdout, stderr } = await here(['lesson', id, '--hints', `${open}`, '--lang', lang]);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        const text = flat(stdout);
        for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
        for (const what of notice) expect(text).toContain(said(what));
        for (const { asks, hints } of questions) {
          expect(text).toContain(said(asks));
          for (const [n, hint] of hints.entries()) expect(text.includes(said(hint)), hint).toBe(n < open);
        }
        expect(text.includes(`--hints ${open + 1}`)).toBe(open < 3);
      }
    },
  );

  test('opens no hint where none was asked for', async () => {
    expect(await here(['lesson', 'replay'])).toEqual(await here(['lesson', 'replay', '--hints', '0']));
  });

  test('without a name, lists them', async () => {
    const { code, stdout } = await here(['lesson']);
    expect(code).toBe(0);
    for (const { id, title } of SCENARIOS) expect(stdout).toMatch(new RegExp(`^ {2}${id} +${title}$`, 'm'));
  });

  test('in Markdown links to what there is to read', async () => {
    const { stdout } = await here(['lesson', 'rogue-server', '--format', 'markdown', '--hints', '1']);
    expect(stdout).toMatch(/^## The rogue server: the lesson\n/);
    expect(stdout).toContain('(https://eprint.iacr.org/2000/025)');
    expect(stdout.match(/^- \*\*Hint 1 of 3\.\*\* /gm)).toHaveLength(3);
    expect(stdout).not.toContain('Hint 2');
  });

  test('in JSON is for programs, and spoils nothing', async () => {
    const file = join(freshDirectory(), 'lesson.json');
    expect(await here(['lesson', 'flood', '--output', file, '--hints', '1', '--lang', 'fr'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const lesson = JSON.parse(readFileSync(file, 'utf8'));
    const { teaches, title } = SCENARIOS.find(({ id }) => id === 'flood')!;
    expect([lesson.schema, lesson.scenario, lesson.title]).toEqual(['mallory/lesson/v1', 'flood', title]);
    expect(lesson.questions.map(({ hints }: { hints: string[] }) => hints)).toEqual(
      teaches!.questions.map(({ hints }) => [hints[0]]),
    );
    expect(JSON.stringify(lesson.questions)).not.toMatch(/"(breached|defeated|detected)"/);
  });

  test.each(SCENARIOS.map(({ id }) => id))('in JSON the lesson of %s is valid by its schema', async (id) => {
    for (const hints of ['0', '3']) {
      const { stdout } = await here(['lesson', id, '--hints', hints, '--format', 'json']);
      expect(complaintsAbout('lesson', JSON.parse(stdout))).toBe('');
    }
  });

  test.each<[string, string, (lesson: ReturnType<typeof JSON.parse>) => void]>([
    [
      'that spoils a cell',
      'verdict',
      ({ questions }) => Object.assign(questions[0].cells[0], { verdict: 'breached' }),
    ],
    ['with a question too few', 'minItems', ({ questions }) => questions.pop()],
    [
      'with an address that is no https',
      'pattern',
      ({ reading }) => Object.assign(reading[0], { address: 'javascript:1' }),
    ],
    ['of another version', 'const', (lesson) => Object.assign(lesson, { schema: 'mallory/lesson/v2' })],
    ['without what to notice', 'notice', (lesson) => delete lesson.notice],
    ['with a member too many', 'extra', (lesson) => Object.assign(lesson, { extra: 1 })],
  ])('a lesson %s is refused by the schema', async (_, why, breakIt) => {
    const { stdout } = await here(['lesson', 'replay', '--hints', '1', '--format', 'json']);
    const lesson = JSON.parse(stdout);
    breakIt(lesson);
    expect(complaintsAbout('lesson', lesson)).toContain(why);
  });

  test.each([
    [['lesson', 'rogue'], 'mallory: unknown scenario "rogue"; did you mean "rogue-server"?\n'],
    [
      ['lesson', 'replay', '--hints', '4'],
      'mallory: the number of hints "4" is no whole number from 0 to 3; did you mean 3?\n',
    ],
    [
      ['lesson', 'replay', '--format', 'csv'],
      'mallory: the format "csv" is for grids; did you mean "markdown"? (valid: table, markdown, json)\n',
    ],
    [
      ['lesson', '--hints', '1'],
      'mallory: --hints goes with a scenario\'s name, as in "mallory lesson rogue-server --hints 1"\n',
    ],
  ])('%j is told in one line', async (line, stderr) => {
    expect(await here(line)).toEqual({ code: 2, stdout: '', stderr });
  });
});
