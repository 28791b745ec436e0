import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCENARIOS } from '../../scenarios/index.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { adding, explained } from '../../src/laboratory/explain.js';
import { type Arsenal, type Campaign, campaign } from '../../src/laboratory/matrix.js';
import { here, type Runner } from '../../src/laboratory/runner.js';
import { definePart } from '../../src/model/defense.js';
import { renderMatrix, tellCell } from '../../src/report/index.js';
import { TERMINAL } from '../report/fixture.js';
import { attacksOf, openSettings } from '../support/laboratory.js';

/** Refuses whatever anybody says: it stops every attack, and the chat. */
const wall = definePart({
  id: 'wall',
  title: 'A wall',
  protects: 'everything',
  leavesOpen: 'nothing',
  stage: 'time',
  layer: () => ({ seal: (body) => body, open: () => ({ ok: false, code: 'wall:no' }) }),
});
const known = [...PARTS, wall];
const stack = (id: string) => compose(id, known);

const fought: string[] = [];
const counting: Runner = {
  ...here,
  cell: (attack, ground) => {
    fought.push(`${attack.id} ${ground.stack.id}`);
    return here.cell(attack, ground);
  },
};
const settings = openSettings();
afterAll(() => settings.close());

let asked: Campaign;
beforeAll(async () => {
  const arsenal: Arsenal = {
    attacks: attacksOf('rogue-server/re-attribute', 'replay/after-ttl', 'log-sniffer/endpoint-log'),
    scenarios: SCENARIOS,
    stacks: [stack('none'), stack('fernet'), stack('ttl')],
    undefended: stack('none'),
  };
  const lab = { ...settings.lab, runner: counting };
  const shelf = { known, sound: ['mac', 'ttl', 'signature', 'wall'] };
  asked = await explained(await campaign(arsenal, lab), arsenal, shelf, lab);
});

const remedy = (attack: string, defense: string): readonly string[] | null =>
  asked.matrix.trials.find((trial) => trial.attack === attack && trial.defense === defense)!.stoppedBy;

describe('what would stop an attack is found by fighting', () => {
  test('against the defense with one part more', () => {
    expect(remedy('rogue-server/re-attribute', 'none')).toEqual(['signature']);
    expect(remedy('rogue-server/re-attribute', 'fernet')).toEqual(['signature']);
    expect(remedy('replay/after-ttl', 'fernet')).toEqual(['ttl']);
    expect(remedy('replay/after-ttl', 'none')).toEqual(['ttl']);
  });

  test('a part that lets nobody speak stops nothing', () => {
    const all = asked.matrix.trials.flatMap(({ stoppedBy }) => stoppedBy ?? []);
    expect(all).toContain('signature');
    expect(all).not.toContain('wall');
  });

  test('nothing is named where no single part helps, and nobody is asked where nothing got through', () => {
    expect(remedy('log-sniffer/endpoint-log', 'ttl')).toEqual([]);
    expect(remedy('replay/after-ttl', 'ttl')).toBeNull();
  });

  test('no cell is fought twice: the columns of the grid answer for single parts', () => {
    expect(new Set(fought).size).toBe(fought.length);
    expect(fought).toContain('replay/after-ttl fernet+signature');
    expect(fought.filter((cell) => cell === 'replay/after-ttl ttl')).toHaveLength(1);
  });

  test('story, table, Markdown and JSON tell it', () => {
    const { result } = asked.cells.find(
      (cell) => cell.result.attack === 'replay/after-ttl' && cell.result.defense === 'fernet',
    )!;
    const story = tellCell(
      {
        attack: { ...result, id: result.attack, title: '', sources: [] },
        stack: { id: 'fernet', title: '' },
        result,
        trace: null,
        tactic: null,
      },
      TERMINAL,
    );
    expect(story).toMatch(/remedy +added to fernet, each of these alone stops it or reveals it: ttl/);
    expect(renderMatrix(asked.matrix, 'table', TERMINAL)).toMatch(
      /beside fernet\n {4}endpoint-log: no single part\n {4}re-attribute: signature\n/,
    );
    expect(renderMatrix(asked.matrix, 'table', TERMINAL)).toContain('endpoint-log: no single part');
    expect(renderMatrix(asked.matrix, 'markdown', TERMINAL)).toContain(
      'replay/after-ttl against fernet: `ttl`',
    );
    expect(JSON.parse(renderMatrix(asked.matrix, 'json', TERMINAL)).trials[1].stoppedBy).toEqual(
      asked.matrix.trials[1]!.stoppedBy,
    );
  });
});

describe('one part more', () => {
  const shelf = { known, sound: [] };
  const idOf = (id: string, part: string): string | undefined => adding(stack(id), part, shelf)?.id;
  test('is composed, or is none', () => {
    expect(idOf('none', 'mac')).toBe('mac');
    expect(idOf('ttl', 'signature')).toBe('ttl+signature');
    expect(idOf('ttl', 'fernet')).toBeUndefined(); // there already
    expect(idOf('mac', 'mac')).toBeUndefined();
    expect(idOf('encryption', 'fernet')).toBeUndefined(); // they do not compose
  });

  test('may be what was taken out', () => {
    expect(idOf('ttl+mac without mac', 'mac')).toBe('mac+ttl');
    expect(idOf('ttl without fernet', 'fernet')).toBe('ttl');
    expect(idOf('ttl without fernet', 'signature')).toBe('ttl+signature without fernet');
  });
});
