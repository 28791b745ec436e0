import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../attacks/index.js';
import type { Matrix } from '../../src/model/results.js';
import { type Ended, freshDirectory, here, mallory, ROOT } from './mallory.js';

const plugin = (name: string): string => join(ROOT, 'test', 'cli', 'plugins', `${name}.mjs`);

/** `attack@defense` → what the cell says. */
function cellsOf({ stdout }: Ended): Record<string, { verdict: string; because: string }> {
  const { trials } = JSON.parse(stdout) as Matrix;
  return Object.fromEntries(
    trials.map(({ attack, defense, verdict, because }) => [
      `${attack.split('/')[1]}@${defense}`,
      { verdict, because },
    ]),
  );
}

describe('a plugin', () => {
  test('brings an attack and a part, which fight as rows and columns like all others', async () => {
    const ended = await mallory([
      'matrix',
      '--plugin',
      plugin('short-tag'),
      '--attack',
      'rewrite,mute',
      '--defense',
      'mac,short-tag,short-tag+signature',
      '--format',
      'json',
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: '', left: [] });
    const cells = cellsOf(ended);
    expect(cells['rewrite@short-tag']).toEqual({
      verdict: 'defeated',
      because: cells['rewrite@mac']!.because,
    });
    expect(cells['rewrite@signature+short-tag']!.verdict).toBe('defeated');
    expect(cells['mute@short-tag']!.verdict).toBe('breached');
  });

  test('imports from mallory wherever its file lies', async () => {
    const file = join(freshDirectory(), 'a plugin.mjs');
    writeFileSync(
      file,
      `import { definePart } from 'mallory';\nimport { encrypt } from 'mallory/fernet';\nif (!encrypt) throw new Error('no fernet');
export const parts = [definePart({ id: 'nothing', title: 'Nothing', protects: 'nothing', leavesOpen: 'everything', stage: 'time' })];`,
    );
    const ended = await mallory([
      'matrix',
      '--plugin',
      file,
      '--attack',
      'drop',
      '--defense',
      'nothing',
      '--format',
      'json',
    ]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(cellsOf(ended)['drop@nothing']!.verdict).toBe('breached');
  });

  test('brings a scenario with its own script, listed and told, its words spelled out', async () => {
    const listed = await mallory(['scenario', '--plugin', plugin('tale')]);
    expect(listed.stdout).toContain('tale             A tale \\u{1b}[31min red\\u{202e}, 1 attack\n');
    const told = await mallory(['scenario', 'tale', '--plugin', plugin('tale'), '--defense', 'mac']);
    expect(told).toMatchObject({ code: 0, left: [] });
    expect(told.stdout).toContain('Is anybody there?');
    expect(told.stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('a plugin that throws or lies', () => {
  let ended: Ended;
  let cells: ReturnType<typeof cellsOf>;
  beforeAll(async () => {
    ended = await mallory([
      'matrix',
      '--plugin',
      plugin('breaks'),
      '--scenario',
      'rogue-server',
      '--defense',
      'none',
      '--format',
      'json',
    ]);
    cells = cellsOf(ended);
  });

  test('costs its own cell and no other', () => {
    const bad = Object.entries(cells).filter(([, { verdict }]) => verdict === 'inconclusive');
    expect(bad.map(([name]) => name)).toHaveLength(16);
    const good = Object.entries(cells).filter(([, { verdict }]) => verdict === 'breached');
    expect(good.map(([name]) => name)).toEqual(
      ATTACKS.filter(({ id, needs }) => id.startsWith('rogue-server/') && needs.length === 0).map(
        ({ id }) => `${id.slice('rogue-server/'.length)}@none`,
      ),
    );
  });

  test.each([
    ['throws', 'boom'],
    ['throws-later', 'the plugin failed: later boom'],
    ['rejects', 'the plugin failed: nobody listens'],
    ['exits', 'the plugin failed: its thread ended'],
    ['tells-objects', 'what it left in the trace cannot be read'],
    ['tells-functions', 'what it left in the trace cannot be read'],
    ['guesses-numbers', 'what it left in the trace cannot be read'],
    ['decides-nonsense', 'what it left in the trace cannot be read'],
    ['has-no-tactics', 'its tactics cannot be played: they are no list of { id, does }'],
    ['has-nameless-tactics', 'its tactics cannot be played: they are no list of { id, does }'],
    ['has-twins', 'its tactics cannot be played: two of them are called twin'],
    ['is-null', 'the adversary of rogue-server/is-null is no object'],
    ['cheats', 'no part under test refused an altered artefact'],
  ])('one that %s is told as it is', (name, says) => {
    expect(cells[`${name}@none`]!.because).toContain(says);
  });

  test('makes the run end with 1, leaves nothing behind, and prints nothing', () => {
    expect(ended).toMatchObject({ code: 1, stderr: '', left: [] });
    expect(ended.stdout).not.toContain('FROM A PLUGIN');
  });
});

describe.concurrent('a plugin that hangs', { timeout: 90_000 }, () => {
  test('or throws or lies in a part costs its own column and no other', async () => {
    const crash = 'a part threw instead of answering';
    const noAnswer = 'open answered neither { ok: true, body } nor { ok: false, code }';
    const why: Readonly<Record<string, string>> = {
      'open-spins': 'the watchdog ended the trial after 10000 ms',
      'layer-throws': 'layer-throws: no layer today',
      'open-throws': `${crash} (open-throws: no)`,
      'open-answers-text': `${crash} (open-answers-text: ${noAnswer})`,
      'open-answers-nothing': `${crash} (open-answers-nothing: ${noAnswer})`,
      'seal-answers-a-number': 'seal-answers-a-number: what it sealed is no Uint8Array',
    };
    const bad = Object.keys(why);
    const ended = await mallory([
      'matrix',
      '--plugin',
      plugin('bad-parts'),
      '--attack',
      'rogue-server/rewrite,drop',
      '--defense',
      `none,mac,${bad.join(',')}`,
      '--format',
      'json',
    ]);
    expect(ended).toMatchObject({ code: 1, stderr: '', left: [] });
    const cells = cellsOf(ended);
    expect([cells['rewrite@none']!.verdict, cells['rewrite@mac']!.verdict]).toEqual(['breached', 'defeated']);
    expect([cells['drop@none']!.verdict, cells['drop@mac']!.verdict]).toEqual(['breached', 'breached']);
    for (const name of bad) {
      const { because } = cells[`rewrite@${name}`]!;
      expect(because).toContain(`the benign control of ${name} failed`);
      expect(because).toContain(why[name]);
    }
    for (const name of bad) expect(cells[`drop@${name}`]!.verdict).toBe('inconclusive');
  });

  test('in an attack is ended after five seconds, and its neighbours are unharmed', async () => {
    const ended = await mallory([
      'matrix',
      '--plugin',
      plugin('hangs'),
      '--attack',
      'spins,waits,rewrite',
      '--scenario',
      'rogue-server',
      '--defense',
      'none',
      '--format',
      'json',
    ]);
    expect(ended).toMatchObject({ code: 1, stderr: '', left: [] });
    const cells = cellsOf(ended);
    expect(cells['rewrite@none']!.verdict).toBe('breached');
    expect(cells['waits@none']!.because).toContain('the watchdog ended the trial after 5000 ms');
    // No watchdog of its own thread gets to look.
    expect(cells['spins@none']!.because).toContain('the watchdog ended the trial after 10000 ms');
  });

  test('while it loads is ended after five seconds', async () => {
    const file = join(freshDirectory(), 'spins.mjs');
    writeFileSync(file, 'for(;;);');
    const { code, stderr, left } = await mallory(['matrix', '--plugin', file]);
    expect({ code, left }).toEqual({ code: 2, left: [] });
    expect(stderr).toBe('mallory: cannot use the plugin spins.mjs: it did not load within 5 s\n');
  });
});

describe('a plugin that cannot be used ends with 2 and one line:', () => {
  const FILES: readonly (readonly [string, string, string])[] = [
    ['throws', `throw new Error('no, thanks\\nand more');`, 'bad.mjs: bad.mjs:1: no, thanks\n'],
    [
      'names what is not there',
      'export const parts = [\n  nonesuch,\n];',
      'bad.mjs:2: nonesuch is not defined',
    ],
    ['throws what is no error', `throw 'just words'`, 'just words'],
    ['has a syntax error', '\nexport const parts = [;', 'bad.mjs:2: Unexpected token'],
    ['imports what has a syntax error', `import 'data:text/javascript,[;'`, 'bad.mjs: Unexpected token'],
    ['imports what is not there', `import 'nonesuch';`, "Cannot find package 'nonesuch'"],
    ['ends its thread', 'process.exit(0)', 'its thread ended'],
    [
      'waits for ever while it loads',
      'await new Promise(() => {});',
      'an await at its top level never comes to an end',
    ],
    ['exports nothing', 'export const x = 1;', 'it exports neither attacks nor parts nor scenarios'],
    ['exports no array', 'export const parts = 3;', 'parts: Expected Array but received 3'],
    [
      'exports a part without a title',
      `export const parts = [{ id: 'x' }];`,
      'parts[0].title: it is missing',
    ],
    [
      'exports an attack of no position',
      `import { attack } from ${JSON.stringify(plugin('attack'))}; export const attacks = [{ ...attack('x', () => ({})), position: 'moon' }];`,
      'attacks[0].position: Expected (',
    ],
    [
      'exports an attack without functions',
      `import { attack } from ${JSON.stringify(plugin('attack'))}; export const attacks = [attack('x', 'no')];`,
      'attacks[0].adversary: it is no function',
    ],
    [
      'takes an id that is there',
      `import { attack } from ${JSON.stringify(plugin('attack'))}; export const attacks = [attack('rewrite', () => ({}))];`,
      'its attack rogue-server/rewrite is already there',
    ],
    [
      'names an unknown scenario',
      `import { attack } from ${JSON.stringify(plugin('attack'))}; export const attacks = [{ ...attack('x', () => ({})), id: 'rouge/x' }];`,
      'names the scenario "rouge", which is unknown',
    ],
    [
      'stands for an unknown part',
      `export const parts = [{ id: 'p', title: 't', protects: 'a', leavesOpen: 'b', stage: 'time', insteadOf: 'ttt' }];`,
      'did it mean "ttl"?',
    ],
  ];
  test.each(FILES)('one that %s', async (_, source, says) => {
    const file = join(freshDirectory(), 'bad.mjs');
    writeFileSync(file, source);
    const { code, stdout, stderr } = await here(['matrix', '--plugin', file]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^mallory: cannot use the plugin bad\.mjs: [^\n]+\n$/);
    expect(stderr).toContain(says);
  });

  test('one that imports what throws: that file is named', async () => {
    const directory = freshDirectory();
    writeFileSync(join(directory, 'throws.mjs'), '\n\nnonesuch();');
    writeFileSync(join(directory, 'bad.mjs'), "import './throws.mjs';");
    const { stderr } = await here(['matrix', '--plugin', join(directory, 'bad.mjs')]);
    expect(stderr).toBe('mallory: cannot use the plugin bad.mjs: throws.mjs:3: nonesuch is not defined\n');
  });
});
