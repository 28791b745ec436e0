import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findPython } from '../containment/pickle.js';
import { probeTier } from '../containment/tiers.js';
import { type Look, wrap } from '../report/index.js';
import { EXIT } from './exit.js';
import { words } from './language.js';
import { print } from './streams.js';
import { lookOf } from './terminal.js';
import { ENGINES, VERSION } from './version.js';

interface Finding {
  readonly about: string;
  readonly fine: boolean;
  readonly says: readonly string[];
}

/** Says what this machine and this terminal give; exit 3 where something that the laboratory needs is missing. */
export async function run(): Promise<number> {
  const look = lookOf(process.stdout);
  const findings = [node(), build(), containment(), python(), terminal(look)];
  const told = findings.map((finding) => linesOf(finding, look.width));
  print(`Mallory ${VERSION}\n\n${told.join('\n')}\n`);
  return findings.every(({ fine }) => fine) ? EXIT.fine : EXIT.machine;
}

const ABOUT = 14;

function linesOf({ about, fine, says }: Finding, width: number): string {
  const [first = '', ...more] = says;
  const beneath = ' '.repeat(ABOUT);
  const bad = fine ? '' : words().doctor.bad;
  return [
    wrap(bad + first, width, about.padEnd(ABOUT), beneath),
    ...more.map((line) => wrap(line, width, beneath)),
  ].join('\n');
}

function node(): Finding {
  const fine = isAmong(process.versions.node, ENGINES);
  return { about: 'Node', fine, says: [words().doctor.node(process.versions.node, ENGINES)] };
}

/** Whether a version is in a range of the form `^20.19.0 || ^22.12.0 || >=23`. */
export function isAmong(version: string, range: string): boolean {
  return range.split('||').some((term) => {
    const [, sign, least] = /^(\^|>=)(\d+(?:\.\d+)*)$/.exec(term.trim()) ?? [];
    if (!least) return false;
    const sameMajor = Number.parseInt(version, 10) === Number.parseInt(least, 10);
    return version.localeCompare(least, 'en', { numeric: true }) >= 0 && (sign === '>=' || sameMajor);
  });
}

/** What is started as a program or thread of its own. */
const PROGRAMS = ['src/victim/main.js', 'src/laboratory/worker.js', 'src/experiments/other-program.js'];

function build(): Finding {
  const root = dirname(createRequire(import.meta.url).resolve('mallory/package.json'));
  const needed = PROGRAMS.map((name) => join(root, 'dist', name));
  const missing = needed.filter((file) => !existsSync(file));
  if (missing.length > 0)
    return { about: words().doctor.build, fine: false, says: [words().doctor.incomplete, ...missing] };
  const stale = newest(join(root, 'src'), '.ts') > newest(join(root, 'dist'), '.tsbuildinfo');
  return {
    about: words().doctor.build,
    fine: true,
    says: [stale ? words().doctor.stale : words().doctor.built],
  };
}

/** When the youngest file below a folder was written; 0 where there is none: an installed package has no sources. */
function newest(folder: string, ending: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  );
  return Math.max(0, ...files.map((name) => statSync(join(folder, name)).mtimeMs));
}

function containment(): Finding {
  const { name, why } = probeTier();
  const say = words().doctor;
  return {
    about: say.containment,
    fine: name !== 'none',
    says: [`${name}, ${say.tiers[name]}`, ...why.map((line) => `- ${words().elsewhere(line)}`)],
  };
}

/** Without it nothing is wrong: the pickle exploit is skipped. */
function python(): Finding {
  const found = findPython();
  const says = found ? words().doctor.python(found.version) : words().doctor.noPython;
  return { about: 'Python', fine: true, says: [says] };
}

function terminal({ width, unicode, colour }: Look): Finding {
  const { isTTY } = process.stdout;
  const say = words().doctor;
  const letters = unicode ? 'UTF-8' : say.ascii;
  return {
    about: say.terminal,
    fine: true,
    says: [
      [
        say.isTerminal[isTTY ? 'true' : 'false'],
        say.columns(width),
        letters,
        say.colour[colour ? 'true' : 'false'],
        say.language,
      ].join(', '),
    ],
  };
}
