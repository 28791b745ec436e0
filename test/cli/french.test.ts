import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { helpFor } from '../../src/cli/help.js';
import { langOf, speak } from '../../src/cli/language.js';
import { parse, parserFor } from '../../src/cli/parser.js';
import { WORDS } from '../../src/cli/words/index.js';
import { probeTier } from '../../src/containment/tiers.js';
import { freshDirectory, here, ROOT } from './mallory.js';

afterEach(() => {
  speak('en');
  vi.unstubAllEnvs();
});

const PART = (id: string, more = ''): string =>
  `export const parts = [{ id: '${id}', title: 't', protects: 'a', leavesOpen: 'b', stage: 'time', ${more} }];`;

const NAMES = COMMANDS.map(({ name }) => name);

describe('the language', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
    [{ LANG: 'fr' }, 'fr'],
    [{ LANG: 'fr_CA' }, 'fr'],
    [{ LANG: 'frp_FR.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LC_MESSAGES: 'fr_FR.UTF-8', LANG: 'en_GB.UTF-8' }, 'fr'],
    [{ LC_ALL: 'C.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8' }, 'en'],
    [{ LC_ALL: '', LANG: 'fr_FR.UTF-8' }, 'fr'],
  ])('of the locale %j is %s', (environment, lang) => {
    expect(langOf(environment)).toBe(lang);
  });

  test('is what was typed, then what the locale says', async () => {
    expect((await here(['--lang', 'fr'])).stdout).toContain('Commandes');
    expect((await here(['--help'])).stdout).toContain('Commands');
    vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
    expect((await here(['scenario'])).stdout).toContain('Le serveur malveillant, ');
    expect((await here(['scenario', '--lang=en'])).stdout).toContain('The rogue server, ');
  });

  test('is refused where it is not spoken here, and needs a value', async () => {
    expect(await here(['doctor', '--lang', 'de'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'mallory: unknown language "de" (valid: en, fr)\n',
    });
    expect((await here(['doctor', '--lang'])).code).toBe(2);
  });
});

describe('help in French', () => {
  test.each([null, ...NAMES])('of %s fits 80 columns, with the spaces of French', (name) => {
    speak('fr');
    for (const line of helpFor(name).split('\n')) {
      expect(line.length, line).toBeLessThanOrEqual(80);
      expect(line).not.toMatch(/\S [:;?!»](?:\s|$)|« /);
    }
  });

  test('says nothing of the English catalogue', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);
    const { flag, command, word, example, help } = WORDS.en;
    const english = [
      ...texts(help),
      ...NAMES.flatMap((name) => {
        const { flags, examples } = COMMANDS.find((one) => one.name === name)!;
        return [command(name), word(name), ...flags.map(flag), ...examples.map((_, n) => example(name, n))];
      }),
    ].filter((text) => text.length > 7);
    expect(english.length).toBeGreaterThan(60);
    speak('fr');
    const french = [null, ...NAMES].map(helpFor).join('\n');
    for (const text of english.filter((words) => !['Commands', 'Examples'].includes(words)))
      expect(french).not.toContain(text);
    expect(french).not.toMatch(/Commands|Examples|\[flags\]/);
  });

  test('is ASCII where the terminal shows nothing else', () => {
    vi.stubEnv('LC_ALL', 'fr_FR.ISO-8859-1');
    speak('fr');
    for (const name of [null, ...NAMES]) expect(helpFor(name)).toMatch(/^[\x0a\x20-\x7e]+$/);
  });
});

test.each([
  [
    ['matrx'],
    'mallory: commande inconnue «\u00a0matrx\u00a0»\u202f; vouliez-vous dire «\u00a0matrix\u00a0»\u202f?',
  ],
  [['matrix', '--defense', 'mack'], 'défense inconnue'],
  [['matrix', '--defense', 'mac+mac'], 'nomme mac deux fois'],
  [['matrix', '--defense', 'fernet+encryption'], 'ne vont pas ensemble'],
  [['matrix', '--seed', 'x'], 'la graine «\u00a0x\u00a0» n’est pas un nombre entier'],
  [['matrix', '--seed', '1', '--seed', '2'], '--seed est donné 2 fois'],
  [['matrix', '--plugin', 'nowhere.js'], 'il n’y a pas de greffon'],
  [['rogue-server'], 'rogue-server est un scénario'],
  [['claims', '99'], 'il n’y a pas d’affirmation'],
  [['report', '--output', 'x.md', '--in-french', 'x.md'], '--output et --in-french nomment tous deux x.md'],
  [['matrix', '--output', '/nowhere/at/all'], 'ce répertoire n’existe pas'],
])('an error in French: %j', async (line, says) => {
  const english = await here(line);
  const french = await here([...line, '--lang', 'fr']);
  expect({ ...french, stderr: '' }).toEqual({ ...english, stderr: '' });
  expect(french.code).toBeGreaterThan(0);
  expect(french.stderr).toContain(says);
  expect(french.stderr).not.toMatch(/did you mean|unknown|there is no|cannot/);
});

/** What joins words in English, and mallory never says in French. */
const ENGLISH =
  /\b(?:the|its|it|is|are|of|and|with|but|not|no|which|names|received|expected|missing|did you)\b/i;

test('every way in which parts do not compose is told in French', async () => {
  for (const defense of ['mac+mac', 'mac+none', 'fernet+encryption', 'mac+mac-prefix', 'mac without ttl']) {
    const { code, stderr } = await here(['matrix', '--defense', defense, '--lang', 'fr']);
    expect(code).toBe(2);
    expect(stderr.replaceAll(defense, '')).not.toMatch(ENGLISH);
    expect(stderr).not.toBe((await here(['matrix', '--defense', defense])).stderr);
  }
});

test.each([
  ['export const parts = 3;', 'parts\u00a0: attendu Array, reçu 3'],
  ['export const x = 1;', 'il n’exporte ni attaques, ni parties, ni scénarios'],
  ["export const parts = [{ id: 'x' }];", 'parts[0].title\u00a0: cela manque'],
  ['process.exit(0)', 'son fil d’exécution s’est arrêté'],
  [PART('mac'), 'sa partie mac existe déjà'],
  [PART('p', "insteadOf: 'ttt'"), 'p nomme la partie «\u00a0ttt\u00a0», qui n’existe pas'],
])('a plugin that cannot be used is told in French: %s', async (source, says) => {
  const file = join(freshDirectory(), 'mien.mjs');
  writeFileSync(file, source);
  const { code, stderr } = await here(['matrix', '--plugin', file, '--lang', 'fr']);
  expect(code).toBe(2);
  expect(stderr).toContain(`le greffon mien.mjs est inutilisable\u00a0: ${says}`);
  expect(stderr).not.toMatch(ENGLISH);
});

test('what a plugin says itself stays as it says it', async () => {
  const file = join(freshDirectory(), 'mien.mjs');
  writeFileSync(file, "throw new Error('pas aujourd’hui, once');");
  expect((await here(['matrix', '--plugin', file, '--lang', 'fr'])).stderr).toBe(
    'mallory: le greffon mien.mjs est inutilisable\u00a0: mien.mjs:1: pas aujourd’hui, once\n',
  );
});

test('what this machine confines with is told in French, and why it refuses', async () => {
  const doctor = (await here(['doctor', '--lang', 'fr'])).stdout;
  const { why } = probeTier();
  expect(why.length).toBeGreaterThan(3);
  for (const line of why) expect(doctor).not.toContain(line);
  expect(doctor).not.toMatch(ENGLISH);
  const folder = join(freshDirectory(), 'a,b');
  mkdirSync(folder);
  vi.stubEnv('TMPDIR', folder);
  const refused = await here(['lab', 'pickle', '--lang', 'fr']);
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('le répertoire temporaire a une , ou une * dans son nom');
});

test.each([
  ['repouser', 'repoussée'],
  ['Répousée', 'repoussée'],
  ['reusie', 'réussie'],
  ['detectte', 'détectée'],
  ['attaque detctée', 'attaque détectée'],
  ['sans obejt', 'sans objet'],
  ['defeeted', 'defeated'],
])('a verdict that was mistyped in French, %s, is taken for %s', async (typed, meant) => {
  const file = join(freshDirectory(), 'grille.csv');
  writeFileSync(file, `attaque,none\nrogue-server/rewrite,${typed}\n`);
  const french = await here(['predict', file, '--lang', 'fr']);
  expect(french.code).toBe(2);
  expect(french.stderr).toContain(`vouliez-vous dire «\u00a0${meant}\u00a0»`);
  expect((await here(['predict', file])).stderr).toContain(`did you mean "${meant}"?`);
});

const COMMAND_LINES = [
  ...readFileSync(join(ROOT, 'README.fr.md'), 'utf8').matchAll(
    /^npx --no-install (mallory|scenario) (.*?) *(?:#.*)?$/gm,
  ),
].map(([, program, rest = '']) => [...(program === 'scenario' ? ['scenario'] : []), ...rest.split(/ +/)]);

test('README.fr.md types nothing that is wrong', async () => {
  expect(COMMAND_LINES.length).toBeGreaterThan(8);
  for (const line of COMMAND_LINES) expect((await parse(line, parserFor())).command).not.toBeNull();
});
