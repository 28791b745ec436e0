import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Prediction } from '../../src/model/prediction.js';
import type { Matrix } from '../../src/model/results.js';
import { complaintsAbout } from '../support/schemas.js';
import { freshDirectory, here, mallory, ROOT } from './mallory.js';

const GRID = [
  ...['--attack', 'rogue-server/rewrite,replay/after-ttl,insider/counter-jump'],
  ...['--defense', 'none,ttl,transcript'],
];
const SIGN: Readonly<Record<string, string>> = {
  breached: 'x',
  detected: '!',
  defeated: '+',
  'not-applicable': '-',
};

const emptyGrid = async (name: string, ...more: string[]): Promise<string> => {
  const file = join(freshDirectory(), name);
  expect(await here(['predict', '--init', file, ...GRID, ...more])).toMatchObject({ code: 0, stderr: '' });
  return file;
};

const played = async (): Promise<Matrix> =>
  JSON.parse((await here(['matrix', ...GRID, '--format', 'json', '--quiet'])).stdout);

/** Writes into each cell what `say` says of the trial that stands there. */
function fill(file: string, { trials }: Matrix, say: (verdict: string) => string): void {
  const separator = file.endsWith('.md') ? '|' : ',';
  const lines = readFileSync(file, 'utf8').split('\n');
  let defenses: string[] = [];
  const filled = lines.map((line) => {
    const cells = line.split(separator);
    const first = file.endsWith('.md') ? 1 : 0;
    const names = cells.map((cell) => cell.replaceAll('`', '').trim());
    if (names.includes('transcript')) defenses = names;
    const own = trials.filter(({ attack }) => attack === names[first]);
    if (own.length === 0) return line;
    return cells
      .map((cell, at) => {
        const trial = own.find(({ defense }) => at > first && defense === defenses[at]);
        return trial ? say(trial.verdict) : cell;
      })
      .join(separator);
  });
  writeFileSync(file, filled.join('\n'));
}

const compared = async (file: string, ...more: string[]): Promise<Prediction & { right: number }> =>
  JSON.parse((await here(['predict', file, '--format', 'json', '--quiet', ...more])).stdout);

describe('a grid that was predicted', () => {
  test.each([
    ['grid.csv', 'by a sign', (verdict: string) => SIGN[verdict]!],
    ['grid.md', 'by a word', (verdict: string) => ` **${verdict.replace('-', ' ')}** `],
  ])('is all right where %s says what is fought, %s', async (name, _, say) => {
    const file = await emptyGrid(name);
    const matrix = await played();
    expect(new Set(matrix.trials.map(({ verdict }) => verdict)).size).toBeGreaterThanOrEqual(3);
    fill(file, matrix, say);
    const prediction = await compared(file);
    expect(prediction).toMatchObject({ schema: 'mallory/prediction/v1', right: 9, empty: [] });
    expect(prediction.cells.map(({ right }) => right)).toEqual(Array(9).fill(true));
    expect(prediction.controls.map(({ outcome }) => outcome)).not.toContain('failed');
  });

  test('is wrong in the cell that is wrong, and in no other, and says what happened there', async () => {
    const file = await emptyGrid('grid.csv');
    fill(file, await played(), (verdict) => SIGN[verdict]!);
    const rewritten = readFileSync(file, 'utf8').replace(
      'rogue-server/rewrite,x,',
      'rogue-server/rewrite,+,',
    );
    writeFileSync(file, rewritten);
    const { right, cells } = await compared(file);
    expect(right).toBe(8);
    expect(cells.filter((cell) => !cell.right)).toMatchObject([
      { attack: 'rogue-server/rewrite', defense: 'none', predicted: 'defeated', verdict: 'breached' },
    ]);
    const told = await here(['predict', file, '--quiet']);
    expect(told.code).toBe(0);
    expect(told.stdout).toContain('8 of 9 predictions were right.');
    expect(told.stdout).toContain('rogue-server/rewrite against none');
    expect(told.stdout).toMatch(/you said +✓ defeated/);
    expect(told.stdout).toMatch(/it was +✗ breached: \S/);
    const french = await here(['predict', file, '--quiet', '--lang', 'fr']);
    expect(french.stdout).toContain('8 prédictions justes sur 9');
  });

  test('no verdict is right everywhere', async () => {
    const matrix = await played();
    for (const sign of Object.values(SIGN)) {
      const file = await emptyGrid('grid.csv');
      fill(file, matrix, () => sign);
      const expected = matrix.trials.filter(({ verdict }) => SIGN[verdict] === sign).length;
      expect((await compared(file)).right).toBe(expected);
    }
  });

  test('is read with French words, semicolons and capitals; an empty cell is no prediction', async () => {
    const file = join(freshDirectory(), 'grille.csv');
    writeFileSync(
      file,
      '\ufeff# à remplir\r\n"attaque";none;mac;;\r\nrogue-server/rewrite;RÉUSSIE;repoussée;;\r\nrogue-server/store;x;\r\n',
    );
    const prediction = await compared(file);
    expect(prediction.cells.map(({ predicted, right }) => [predicted, right])).toEqual([
      ['breached', true],
      ['defeated', true],
      ['breached', true],
    ]);
    expect(prediction.empty).toEqual([{ attack: 'rogue-server/store', defense: 'mac' }]);
  });
});

test('a plugin’s cell is compared too, and one that proves nothing is never right and ends with 1', async () => {
  const file = join(freshDirectory(), 'mine.csv');
  writeFileSync(file, 'attack,none\nrogue-server/throws,x\nrogue-server/mute,+\nrogue-server/rewrite,x\n');
  const plugins = ['breaks', 'short-tag'].flatMap((name) => [
    '--plugin',
    join(ROOT, 'test', 'cli', 'plugins', `${name}.mjs`),
  ]);
  const { code, stdout } = await mallory(['predict', file, ...plugins]);
  expect(stdout).toContain('1 of 3 predictions were right.\nInconclusive, so neither right nor wrong: 1.');
  expect(stdout).toMatch(
    /rogue-server\/mute against none\n {2}you said +✓ defeated\n {2}it was +✗ breached: /,
  );
  expect(stdout).toMatch(/^ {2}tactic +all$/m);
  expect(code).toBe(1);
});

describe('a comparison in JSON', () => {
  let explained: Prediction;
  beforeAll(async () => {
    const file = join(freshDirectory(), 'grid.csv');
    writeFileSync(file, 'attack,none,mac\nrogue-server/rewrite,+,+\nrogue-server/store,x,\n');
    explained = await compared(file, '--explain');
  });

  test('is valid by its schema, a miss explained and a cell left empty', () => {
    expect(complaintsAbout('prediction', explained)).toBe('');
    expect(explained.cells[0]!.stoppedBy).toContain('mac');
    expect(explained.empty).toHaveLength(1);
  });

  test.each<[string, string, (prediction: ReturnType<typeof JSON.parse>) => void]>([
    [
      'foresees that nothing is proved',
      'predicted',
      ({ cells }) => Object.assign(cells[0], { predicted: 'inconclusive' }),
    ],
    ['knows a verdict of its own', 'verdict', ({ cells }) => Object.assign(cells[0], { verdict: 'won' })],
    ['has a cell that does not say whether it was right', 'right', ({ cells }) => delete cells[0].right],
    [
      'has a member too many in a cell',
      'winner',
      ({ cells }) => Object.assign(cells[0], { winner: 'alice' }),
    ],
    [
      'says what an empty cell would have come to',
      'verdict',
      ({ empty }) => Object.assign(empty[0], { verdict: 'defeated' }),
    ],
    ['does not count', 'right', (prediction) => delete prediction.right],
    ['has a member too many', 'extra', (prediction) => Object.assign(prediction, { extra: 1 })],
  ])('is refused by the schema where it %s', (_, why, breakIt) => {
    const prediction = structuredClone(explained);
    breakIt(prediction);
    expect(complaintsAbout('prediction', prediction)).toContain(why);
  });
});

describe('a grid that cannot be read', () => {
  const HEAD = 'attack,none,mac\n';
  test.each([
    [
      'a word that is no verdict',
      `${HEAD}rogue-server/rewrite,x,won\n`,
      /grid\.csv, line 2: "won" is no verdict/,
    ],
    [
      'a beginning that two verdicts have',
      `${HEAD}rogue-server/rewrite,x,de\n`,
      /line 2: "de" is no verdict/,
    ],
    ['an attack that is not there', `${HEAD}rogue-server/rewite,x,x\n`, /line 2: unknown attack .*rewrite/],
    [
      'a defense that is not there',
      'attack,none,mack\nrogue-server/rewrite,x,x\n',
      /line 1: unknown defense .*mac/,
    ],
    [
      'an attack twice',
      `${HEAD}rogue-server/store,x,x\n\nrogue-server/store,x,x\n`,
      /line 4: .* is there twice/,
    ],
    [
      'a cell under no defense',
      `${HEAD}rogue-server/rewrite,x,x,x\n`,
      /line 2: the cell "x" stands under no defense/,
    ],
    ['nothing', '', /holds no table/],
    ['no prediction', `${HEAD}rogue-server/rewrite,,\n`, /no cell .* holds a prediction/],
  ])('with %s is refused in a line, and nothing is fought', async (_, text, why) => {
    const file = join(freshDirectory(), 'grid.csv');
    writeFileSync(file, text);
    const ended = await here(['predict', file]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(why);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['is not there', ['predict', '/nowhere/grid.csv'], 2, /there is no file/],
    ['is no grid by its name', ['predict', 'grid.txt'], 2, /neither in \.csv nor in \.md/],
    ['is not named', ['predict'], 2, /takes a grid that was filled in/],
    ['comes with an empty one', ['predict', 'a.csv', '--init', 'b.csv'], 2, /takes no other file/],
    ['says which cells, and is told which', ['predict', 'a.csv', '--attack', 'store'], 2, /goes with --init/],
    [
      'is to be written and fought',
      ['predict', '--init', 'a.csv', '--seed', '2'],
      2,
      /--seed does not go with/,
    ],
  ])('because it %s', async (_, args, code, why) => {
    const ended = await here(args);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(why);
  });

  test('is not written over', async () => {
    const file = await emptyGrid('grid.md');
    const before = readFileSync(file, 'utf8');
    const ended = await here(['predict', '--init', file]);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('it is there already');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
