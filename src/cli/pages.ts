import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Bundle } from '../report/html/document.js';
import { MachineRefuses } from './exit.js';
import { words } from './language.js';

/** Where the build puts the bundled pages: seen from dist/src/cli, and from src/cli. */
const FOLDERS = ['../../pages/', '../../dist/pages/'];

/** A page as it was bundled. Throws MachineRefuses where the project was not built. */
export function bundleOf(page: 'report' | 'slides'): Bundle {
  const folder = FOLDERS.map((path) => new URL(path, import.meta.url)).find((url) =>
    existsSync(new URL(`${page}.js`, url)),
  );
  if (!folder) throw new MachineRefuses(words().refused.pageNotBuilt(page));
  const read = (end: 'js' | 'css'): string =>
    readFileSync(fileURLToPath(new URL(`${page}.${end}`, folder)), 'utf8');
  return { script: read('js'), style: read('css') };
}
