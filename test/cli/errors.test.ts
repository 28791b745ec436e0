import { describe, expect, test } from 'vitest';
import { distance, nearest } from '../../src/cli/nearest.js';
import { here, mallory } from './mallory.js';

/** What is typed, then what the one line must say: the fault, and the nearest valid value. */
const WRONG: readonly (readonly [string, ...string[]])[] = [
  ['scenario rogue-sever', 'unknown scenario "rogue-sever"', 'did you mean "rogue-server"?'],
  ['scenario ROGUE-SERVER', 'did you mean "rogue-server"?'],
  ['matrix --scenario replai', 'unknown scenario "replai"', '"replay"'],
  ['scenario rogue-server --attack rewritte', 'unknown attack "rewritte"', '"rogue-server/rewrite"'],
  ['scenario rogue-server --attack now', 'not of this scenario', '"replay/now"'],
  ['matrix --attack rouge-server/drop', 'unknown attack', '"rogue-server/drop"'],
  ['matrix --scenario replay --attack drop', 'not of this scenario', '"rogue-server/drop"'],
  ['matrix --defense fernett+signature', 'unknown defense "fernett"', '"fernet"'],
  ['scenario replay --defense Signature', 'unknown defense "Signature"', '"signature"'],
  ['matrix --defense encryption+fernet', 'encryption and fernet do not compose', 'the second adds nothing'],
  ['matrix --defense none+mac', 'none is the absence of a defense'],
  ['matrix --defense mac+mac', 'names mac twice'],
  ['matrix --defense mac+', 'nothing beside a plus', 'fernet+signature'],
  ['matrix --defense mac,,ttl', 'has an empty name beside a comma', '"--defense mac,ttl"'],
  ['advise --against replay,', 'has an empty name', '"--against replay"'],
  ['matrix --attack ,', '--attack needs a value: --attack a,b'],
  ['matrix --seed -1', 'the seed "-1" is no whole number from 0 to 4294967295', 'did you mean 1?'],
  ['matrix --seed 4294967296', 'did you mean 4294967295?'],
  ['matrix --seed 1.5', 'did you mean 1?'],
  ['matrix --seed 0x10', 'the seed "0x10"'],
  ['matrix --seed', '--seed needs a value: --seed N'],
  ['matrix --leave-one-out=2', '--leave-one-out takes no value', '--leave-one-out'],
  ['matrix --seed 1 --seed 2', '--seed is given 2 times'],
  ['matrix --jobs 0', 'the number of jobs "0" is no whole number from 1 to 64', 'did you mean 1?'],
  ['report --jobs 100', 'did you mean 64?'],
  ['scenario replay --jobs two', '"two"', 'did you mean 1?'],
  ['scenario --jobs 2', '--jobs goes with a scenario'],
  ['scenario --explain', '--explain goes with a scenario', 'as in "mallory scenario rogue-server --explain"'],
  ['scenario --safety strict', '--safety goes with a scenario'],
  ['lab --safety nonsense', '--safety goes with a lab'],
  ['matrix --leave-one-out --defense mac,ttl', '2 are named', '--defense fernet+signature'],
  ['matrix --leave-one-out --defense mac', '"mac" has one part only'],
  ['matrix --leave-one-out --defense mac+ttl --format csv', '"csv" is for grids', 'markdown'],
  ['report --leave-one-out', '--leave-one-out goes into the HTML report', '--html report.html'],
  ['claims 1 --format svg', 'unknown format "svg" (valid: table, markdown, csv, json, latex)'],
  // Nothing is near: a guess would be far-fetched.
  ['scenario xyzzy', 'unknown scenario "xyzzy" (valid: log-sniffer, network,', 'session)'],
  ['advise', 'against what', '--against replay,rogue-server/forge'],
  ['advise --against replai', 'unknown attack or scenario "replai"', '"replay"'],
  ['advise --against replay --format latex', '"latex" is for grids'],
  ['matrix --format jsn', 'unknown format "jsn"', '"json"', 'table, markdown, csv, json, latex'],
  ['matrix --safety strickt', 'unknown safety level', '"strict"'],
  ['matrix --sed 3', 'unknown flag "--sed"', '"--seed"'],
  ['scenario replay --formatt csv', 'unknown flag "--formatt"', '"--format"'],
  ['--bogus', 'unknown flag "--bogus"', '--help'],
  ['matrix replay', 'matrix takes no name', '"replay" is too much'],
  ['scenario replay insider', 'scenario takes one name', '"insider" is too much'],
  ['scenario --seed 4', '--seed goes with a scenario', 'mallory scenario rogue-server --seed 4'],
  ['matirx', 'unknown command "matirx"', '"matrix"'],
  ['rogue-server', 'rogue-server is a scenario', '"mallory scenario rogue-server"'],
  ['scenario replay --skew alice=x', 'not of the form nick=seconds', 'alice=-45'],
  ['scenario replay --skew -45', 'not of the form nick=seconds'],
  ['scenario replay --skew alic=-45', 'unknown member "alic"', '"alice"', 'alice, bob, carol'],
  ['scenario replay --skew bob=-999999', 'more than a day'],
  ['scenario replay --output a --trace ./a', 'both name a'],
  ['matrix --plugin test/cli/plugins/sort-tag.mjs', 'there is no plugin', '"short-tag.mjs"'],
  ['matrix --plugin no/such/folder/x.mjs', 'its directory does not exist'],
  ['matrix --plugin test', 'is a directory'],
  ['completion fisch', 'unknown shell "fisch"', 'bash, zsh'],
];

describe('what is typed wrong ends with 2, one line and a hint:', () => {
  test.each(WRONG)('mallory %s', async (line, ...says) => {
    const { code, stdout, stderr } = await here(line.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^mallory: [^\n]+\n$/);
    for (const words of says) expect(stderr).toContain(words);
  });

  test('what steers a terminal is spelled out', async () => {
    const { code, stderr } = await here(['scenario', '\u001b[2Jreplay\u202e\n']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^mallory: unknown scenario "\\u\{1b\}\[2Jreplay\\u\{202e\}\\n"/);
  });
});

/** What is typed, then what the machine has against it. */
const REFUSED: readonly (readonly [string, string])[] = [
  [
    'matrix --output /no/such/directory/grid.txt',
    'cannot write /no/such/directory/grid.txt: there is no such directory',
  ],
  ['matrix --output /', 'cannot write /: it is a directory'],
  ['scenario replay --output package.json/grid', 'a part of the path is no directory'],
  ['scenario replay --trace /no/such/trace', 'cannot write /no/such/trace'],
  ['report --output /no/such/REPORT.md', 'cannot write /no/such/REPORT.md'],
];

describe('what the machine refuses ends with 3, before anything is fought:', () => {
  test.each(REFUSED)('mallory %s', async (line, says) => {
    const started = performance.now();
    const { code, stdout, stderr } = await here(line.split(' '));
    expect(performance.now() - started).toBeLessThan(3000);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/^mallory: [^\n]+\n$/);
    expect(stderr).toContain(says);
  });
});

test('the binary itself ends with the same code, line and silence', async () => {
  const { code, stdout, stderr } = await mallory(['matrix', '--defense', 'sginature']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('mallory: unknown defense "sginature"; did you mean "signature"?\n');
});

describe('the nearest word', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
    ['ttl', 'ttl', 0],
  ])('%j is as far from %j as Levenshtein says', (from, to, far) => {
    expect(distance(from, to)).toBe(far);
    expect(distance(to, from)).toBe(far);
  });

  test('is found by the name behind the slash too, and without regard to capitals', () => {
    expect(nearest('REWRIT', ['replay/now', 'rogue-server/rewrite'])).toBe('rogue-server/rewrite');
    expect(nearest('rogue', ['replay', 'rogue-server'])).toBe('rogue-server');
    expect(nearest('x', [])).toBeUndefined();
  });
});
