import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { isAmong } from '../../src/cli/doctor.js';
import { helpFor } from '../../src/cli/help.js';
import { parse, parserFor } from '../../src/cli/parser.js';
import { BIN, freshDirectory, here, mallory, ROOT } from './mallory.js';

const NAMES = COMMANDS.map(({ name }) => name);

describe('help', () => {
  test.each([null, ...NAMES])('of %s fits 80 columns of ASCII', (name) => {
    expect(helpFor(name)).toMatch(/^[\x0a\x20-\x7e]+$/);
    for (const line of helpFor(name).split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test('names every command, the exit codes and where to read on', () => {
    for (const words of [...NAMES, '--fail-on-breach', 'docs/plugins.md'])
      expect(helpFor(null)).toContain(words);
    for (const code of [0, 1, 2, 3]) expect(helpFor(null)).toMatch(new RegExp(`^ {2}${code} {2}\\w`, 'm'));
  });

  test.each(NAMES)('of %s is what --help, -h and no command at all print', async (name) => {
    for (const flag of ['--help', '-h'])
      expect(await here([name, flag])).toEqual({ code: 0, stdout: `${helpFor(name)}\n`, stderr: '' });
    for (const line of [[], ['--help'], ['-h']])
      expect(await here(line)).toEqual({ code: 0, stdout: `${helpFor(null)}\n`, stderr: '' });
  });

  const examples = COMMANDS.flatMap(({ examples }) => examples.map(([line]) => line)).filter(
    (line) => line.startsWith('mallory ') && !line.includes('>'),
  );
  test.each(examples)('gives an example that is right: %s', async (line) => {
    const { command } = await parse(line.split(' ').slice(1), parserFor());
    expect(NAMES).toContain(command);
  });

  test('--version is the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await here(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

test('the scenarios are listed with their attacks', async () => {
  const { code, stdout } = await here(['scenario']);
  expect(code).toBe(0);
  for (const words of [
    'log-sniffer',
    'rogue-server',
    'The rogue server, 20 attacks',
    'insider',
    '1 attack\n',
  ])
    expect(stdout).toContain(words);
});

describe('doctor', () => {
  test('says what Node, build, containment and terminal give', async () => {
    const { code, stdout } = await mallory(['doctor']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`Node +${process.versions.node.replaceAll('.', '\\.')}, and it takes \\^20`),
    );
    expect(stdout).toMatch(/Build +dist is there/);
    expect(stdout).toMatch(/Containment +(namespace|permission), /);
    expect(stdout).toMatch(/Python +(\d+\.\d+\.\d+, for|none: ) ?"mallory lab pickle"/);
    expect(stdout).toMatch(/Terminal +no terminal \(a pipe or a file\), 80 columns, UTF-8, no colour/);
  });

  test.each([
    ['20.19.0', true],
    ['20.18.3', false],
    ['20.100.0', true],
    ['21.7.0', false],
    ['22.11.0', false],
    ['22.12.0', true],
    ['23.0.0', true],
    ['100.0.0', true],
    ['18.20.0', false],
  ])('takes Node %s: %s', (version, fine) => {
    expect(isAmong(version, '^20.19.0 || ^22.12.0 || >=23')).toBe(fine);
  });
});

describe('completion', () => {
  /** What bash would offer for the last of these words, by the very script that is printed. */
  async function offered(shellWords: string): Promise<string[]> {
    const folder = freshDirectory();
    symlinkSync(BIN, join(folder, 'mallory'));
    const script = `source <(mallory completion bash); COMP_WORDS=(${shellWords}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _mallory_yargs_completions; printf '%s\\n' "\${COMPREPLY[@]}"; complete -p scenario`;
    const { stdout, stderr } = await mallory(['-c', script], {
      command: ['bash'],
      env: { PATH: `${folder}:${process.env.PATH}` },
    });
    expect(stderr).toBe('');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.pop()).toBe('complete -o bashdefault -o default -F _mallory_yargs_completions scenario');
    return lines;
  }

  test.each([
    ['mallory ma', ['matrix']],
    ['mallory scenario rog', ['rogue-server']],
    ['scenario rog', ['rogue-server']],
    ['mallory matrix --defense fernet+sig', ['fernet+signature']],
    ['mallory matrix --attack network/', ['network/rewrite']],
    ['mallory lab big', ['big-brother']],
    ['mallory lesson cry', ['crypto']],
    ['mallory lesson crypto --hi', ['--hints']],
    ['mallory predict --init mine.csv --scenario ins', ['insider']],
    ['mallory claims 3', ['3', '30', '31', '32']],
    ['mallory matrix --form', ['--format']],
    ['mallory matrix --format l', ['latex']],
  ])('of "%s" is %j', async (words, values) => {
    expect(await offered(words)).toEqual(values);
  });

  test('for zsh defines both names', async () => {
    const { stdout } = await mallory(['completion', 'zsh']);
    expect(stdout).toMatch(/^#compdef mallory\n/);
    expect(stdout).toContain('compdef _mallory_yargs_completions scenario');
  });
});

describe('installed, in a folder with a space', () => {
  test('both binaries work, by node and by a link, plugins and detonations too', async () => {
    const clone = join(freshDirectory(), 'a clone');
    mkdirSync(clone);
    for (const name of ['bin', 'dist', 'package.json'])
      cpSync(join(ROOT, name), join(clone, name), { recursive: true });
    cpSync(join(ROOT, 'test', 'cli', 'plugins'), join(clone, 'my plugins'), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
    symlinkSync(join(clone, 'bin', 'scenario.js'), join(clone, 'scenario'));
    const attack = ['deserialization', '--attack', 'server', '--defense', 'none'];
    const linked = await mallory(attack, { cwd: clone, command: [join(clone, 'scenario')] });
    expect(linked).toMatchObject({ code: 0, stderr: '', left: [] });
    expect(linked.stdout).toContain('✗ breached');
    const plugin = await mallory(
      ['matrix', '--attack', 'mute', '--defense', 'none', '--plugin', 'my plugins/short-tag.mjs'],
      { cwd: clone, command: [process.execPath, 'bin/mallory.js'] },
    );
    expect(plugin).toMatchObject({ code: 0, stderr: '', left: [] });
  });

  test('npx finds the second binary in the clone', async () => {
    const { code, stdout } = await mallory([], { command: ['npx', '--no-install', 'scenario'] });
    expect(code).toBe(0);
    expect(stdout).toContain('rogue-server');
  });

  test('a clone that is not built says so and ends with 3', async () => {
    const clone = join(freshDirectory(), 'a clone');
    mkdirSync(clone);
    for (const name of ['bin', 'package.json'])
      cpSync(join(ROOT, name), join(clone, name), { recursive: true });
    const { code, stderr } = await mallory([], {
      command: [process.execPath, join(clone, 'bin', 'mallory.js')],
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^mallory: not built[^\n]*run "npm run build"\n$/);
  });
});
