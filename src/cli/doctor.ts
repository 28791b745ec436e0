import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findPython } from '../containment/pickle.js';
import { probeTier } from '../containment/tiers.js';
import type { Look } from '../report/index.js';
import { EXIT } from './exit.js';
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
  const findings = [node(), build(), containment(), python(), terminal(lookOf(process.stdout))];
  print(`Mallory ${VERSION}\n\n${findings.map(told).join('\n')}\n`);
  return findings.every(({ fine }) => fine) ? EXIT.fine : EXIT.machine;
}

const ABOUT = 14;

function told({ about, fine, says }: Finding): string {
  const [first = '', ...more] = says;
  return [
    `${about.padEnd(ABOUT)}${fine ? '' : 'NOT GOOD ENOUGH: '}${first}`,
    ...more.map((line) => ' '.repeat(ABOUT) + line),
  ].join('\n');
}

function node(): Finding {
  const fine = isAmong(process.versions.node, ENGINES);
  return { about: 'Node', fine, says: [`${process.versions.node}, and it takes ${ENGINES}`] };
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
    return { about: 'Build', fine: false, says: [`dist is incomplete: run "npm run build"`, ...missing] };
  const stale = newest(join(root, 'src'), '.ts') > newest(join(root, 'dist'), '.tsbuildinfo');
  return {
    about: 'Build',
    fine: true,
    says: [stale ? 'dist is there, older than the sources: run "npm run build"' : 'dist is there'],
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
  const means = {
    namespace: 'the strongest tier',
    permission: 'not the strongest tier: --safety strict refuses it',
    none: 'nothing can be detonated here',
  };
  return {
    about: 'Containment',
    fine: name !== 'none',
    says: [`${name}, ${means[name]}`, ...why.map((line) => `- ${line}`)],
  };
}

/** Without it nothing is wrong: the pickle exploit is skipped. */
function python(): Finding {
  const found = findPython();
  const says = found ? `${found.version}, for "mallory lab pickle"` : 'none: "mallory lab pickle" is skipped';
  return { about: 'Python', fine: true, says: [says] };
}

function terminal({ width, unicode, colour }: Look): Finding {
  const { isTTY } = process.stdout;
  const letters = unicode ? 'UTF-8' : 'ASCII (the locale names no UTF-8)';
  return {
    about: 'Terminal',
    fine: true,
    says: [
      `${isTTY ? 'a terminal' : 'no terminal (a pipe or a file)'}, ${width} columns, ${letters}, ${colour ? 'colour' : 'no colour'}`,
    ],
  };
}
