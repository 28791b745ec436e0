/** Plugins: ES modules that export attacks, parts and scenarios, by name or inside their default export. */
import { spawnSync } from 'node:child_process';
import { createRequire, register } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reasonOf } from '../model/failure.js';
import { checked, type Plugin } from './plugin-shape.js';

/**
 * Imports plugins into this thread, one after another, and checks their shape; throws PluginRefused or what a plugin
 * throws. The command line never does this in its main thread: it asks a worker (`worker-crew.ts`).
 */
export async function loadPlugins(files: readonly string[]): Promise<Plugin> {
  const plugins: Plugin[] = [];
  for (const file of files) plugins.push(await loadPlugin(file));
  return {
    attacks: plugins.flatMap((plugin) => plugin.attacks),
    parts: plugins.flatMap((plugin) => plugin.parts),
    scenarios: plugins.flatMap((plugin) => plugin.scenarios),
  };
}

/** Imports one plugin into this thread. */
export async function loadPlugin(file: string): Promise<Plugin> {
  lendMallory(file);
  const exported = await imported(file);
  const plugin = {
    attacks: gather(exported, 'attacks'),
    parts: gather(exported, 'parts'),
    scenarios: gather(exported, 'scenarios'),
  };
  checked(plugin);
  return plugin as unknown as Plugin;
}

/** Throws what the file throws while it loads, with the place where that is known. */
async function imported(file: string): Promise<Record<string, unknown>> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    const place = placeOf(error, file);
    throw place === null ? error : new Error(`${place}: ${reasonOf(error)}`);
  }
}

/** Where it went wrong, as `file:line`: the stack tells it, but of a syntax error, where Node's own check does. Null where neither knows. */
function placeOf(error: unknown, file: string): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof SyntaxError) {
    const check = spawnSync(process.execPath, ['--check', file], { encoding: 'utf8', timeout: CHECK_MS });
    const [, behind] = check.stderr.split(file);
    const [, line] = /^:(\d+)/.exec(behind ?? '') ?? [];
    return line === undefined ? null : `${basename(file)}:${line}`;
  }
  const frames = [...String(error.stack).matchAll(/(file:\/\/[^\s)]+?):(\d+):\d+/g)];
  const [, url, line] = frames.find(([, url]) => !url!.startsWith(HERE)) ?? [];
  return url === undefined ? null : `${basename(fileURLToPath(url))}:${line}`;
}

/** The laboratory's own code, which throws what is wrong with a plugin's. */
const HERE = new URL('../', import.meta.url).href;

/** Real milliseconds. */
const CHECK_MS = 2000;

const OWN: Readonly<Record<string, string>> = {
  mallory: new URL('../index.js', import.meta.url).href,
  'mallory/fernet': new URL('../fernet.js', import.meta.url).href,
};

const HOOK = `let own;
export const initialize = (data) => { own = data; };
export const resolve = (name, context, next) =>
  Object.hasOwn(own, name) ? { url: own[name], shortCircuit: true } : next(name, context);`;

/** A file anywhere may `import … from 'mallory'`: where that finds nothing installed, it gets the one that is running. */
function lendMallory(file: string): void {
  try {
    createRequire(file).resolve('mallory');
  } catch {
    register(`data:text/javascript,${encodeURIComponent(HOOK)}`, { data: OWN });
  }
}

/** The named export and the one inside the default export; a plugin may have both. */
function gather(exported: Record<string, unknown>, name: keyof Plugin): unknown {
  const inside = (exported.default as Record<string, unknown> | null | undefined)?.[name];
  const lists = [exported[name], inside].filter(
    (list, index, all) => list !== undefined && all.indexOf(list) === index,
  );
  const wrong = lists.find((list) => !Array.isArray(list));
  return wrong ?? (lists as unknown[][]).flat().map(copy);
}

/** A copy, so that what was checked is what fights: a getter or a later assignment changes nothing any more. */
function copy(thing: unknown): unknown {
  if (typeof thing !== 'object' || thing === null) return thing;
  const entries = keysOf(thing).map((key) => {
    const value = (thing as Record<string, unknown>)[key];
    // Methods keep their own `this`: a plugin may export instances of a class.
    return [key, typeof value === 'function' ? value.bind(thing) : value];
  });
  return Object.freeze(Object.fromEntries(entries));
}

function keysOf(thing: object): string[] {
  const keys = new Set<string>();
  for (let owner = thing; owner && owner !== Object.prototype; owner = Object.getPrototypeOf(owner))
    for (const key of Object.getOwnPropertyNames(owner)) if (key !== 'constructor') keys.add(key);
  return [...keys];
}
