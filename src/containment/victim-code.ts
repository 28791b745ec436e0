/** Where the compiled victim lies, from `dist/src/containment` and, under vitest, from `src/containment` alike. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ContainmentRefused } from './refused.js';

export interface VictimCode {
  entry: string;
  preload: string;
  /** Every file that the victim may read; the entry is not allowed by itself. */
  files: string[];
}

export function victimCode(from: string = dirname(fileURLToPath(import.meta.url))): VictimCode {
  const compiled = join(packageRoot(from), 'dist', 'src');
  const names = ['victim/main.js', 'victim/lock.js', 'victim/merge.js', 'chat/reviving.js'].map((name) =>
    join(compiled, name),
  );
  if (!names.every((name) => existsSync(name))) {
    throw new ContainmentRefused('the victim process is not built: run `npm run build`');
  }
  // realpath: under a package that is linked in, the permission model compares names that Node has already resolved.
  const files = names.map((name) => realpathSync(name));
  return { entry: files[0]!, preload: files[1]!, files };
}

/** The process that starts the victims. */
export function launcherCode(from: string = dirname(fileURLToPath(import.meta.url))): string {
  const entry = join(packageRoot(from), 'dist', 'src', 'containment', 'launcher.js');
  if (existsSync(entry)) return entry;
  throw new ContainmentRefused('the launcher of victims is not built: run `npm run build`');
}

function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new ContainmentRefused('no package.json above the containment code');
  return packageRoot(dirname(from));
}
