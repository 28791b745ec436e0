/** All that can be named on a command line: what ships, and what plugins bring. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import { ALIASES } from '../defenses/compose.js';
import { DEFENSES, PARTS, SOUND } from '../defenses/index.js';
import type { Plugin } from '../laboratory/plugin-shape.js';
import type { Crew } from '../laboratory/worker-crew.js';
import type { Origins } from '../laboratory/worker-runner.js';
import { type Attack, scenarioOf } from '../model/attack.js';
import { reasonOf } from '../model/failure.js';
import { visible } from '../report/sanitize.js';
import { WrongUsage } from './exit.js';
import { words } from './language.js';
import { nearest, quoted } from './nearest.js';

export interface Catalogue extends Plugin {
  /** The columns of the grid where none are asked for. */
  readonly defenses: readonly string[];
  /** The rows of the grid where none are asked for. */
  readonly grid: readonly Attack[];
  /** The parts that advice may name; a plugin's part takes the place of the one that it stands for. */
  readonly sound: readonly string[];
  readonly origins: Origins;
}

const SHIPPED: Catalogue = {
  attacks: ATTACKS,
  parts: PARTS,
  scenarios: SCENARIOS,
  defenses: DEFENSES,
  grid: ATTACKS,
  sound: SOUND,
  origins: new Map(),
};

/** Adds plugins to what ships; a crew loads them, never this thread. Throws WrongUsage. */
export async function catalogueWith(files: readonly string[], crew: () => Crew): Promise<Catalogue> {
  let catalogue = SHIPPED;
  for (const typed of new Set(files.map((file) => present(file)))) {
    const plugin = await blaming(typed, () => load(typed, crew()));
    await blaming(typed, () => refuseClashes(plugin, catalogue));
    catalogue = withPlugin(catalogue, plugin, typed);
  }
  return catalogue;
}

/** The absolute path of a plugin's file. */
function present(typed: string): string {
  const file = resolve(typed);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new WrongUsage(words().wrong.pluginDirectory(quoted(typed)));
  if (stats) return file;
  const folder = dirname(file);
  if (!existsSync(folder)) throw new WrongUsage(words().wrong.pluginFolder(quoted(typed)));
  const near = nearest(
    basename(file),
    readdirSync(folder).filter((name) => /^[^.].*\.[cm]?js$/.test(name)),
  );
  throw new WrongUsage(
    words().wrong.pluginMissing(quoted(typed), near ? words().didYouMean(quoted(near)) : ''),
  );
}

async function load(file: string, crew: Crew): Promise<Plugin> {
  const { fromFacts } = await import('../laboratory/plugin-shape.js');
  return fromFacts(await crew.factsOf(file));
}

/** Whatever goes wrong with a plugin is told with its name, in one line. */
async function blaming<T>(file: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const why = words().elsewhere(reasonOf(error));
    throw new WrongUsage(words().wrong.pluginUnusable(visible(basename(file)), visible(why)));
  }
}

const SINGULAR = { attacks: 'attack', parts: 'part', scenarios: 'scenario' } as const;

/** Refuses a second thing of one id, and whatever points to what is not there. */
function refuseClashes(plugin: Plugin, known: Plugin): void {
  const ids = (name: 'attacks' | 'parts' | 'scenarios'): string[] => {
    const taken = name === 'parts' ? Object.keys(ALIASES) : [];
    const all = [...taken, ...[...known[name], ...plugin[name]].map(({ id }) => id)];
    const twice = all.find((id, index) => all.indexOf(id) !== index);
    if (twice !== undefined) throw new WrongUsage(words().wrong.pluginTwice(SINGULAR[name], twice));
    return all;
  };
  const [attacks, parts, scenarios] = [ids('attacks'), ids('parts'), ids('scenarios')];
  for (const { id, against } of plugin.attacks) {
    mustBe('scenario', scenarioOf(id), scenarios, id);
    if (against !== undefined) mustBe('part', against, parts, id);
  }
  for (const { id, attacks: told, defenses } of plugin.scenarios) {
    for (const attack of told) mustBe('attack', attack, attacks, id);
    for (const name of defenses.flatMap((defense) => defense.split('+')))
      mustBe('defense', name, ['none', ...Object.keys(ALIASES), ...parts], id);
  }
  for (const { id, insteadOf, brings = [] } of plugin.parts)
    for (const name of insteadOf === undefined ? brings : [insteadOf, ...brings])
      mustBe('part', name, parts, id);
}

function mustBe(
  what: 'attack' | 'part' | 'scenario' | 'defense',
  name: string,
  known: readonly string[],
  by: string,
): void {
  if (known.includes(name)) return;
  throw new WrongUsage(words().wrong.pluginNames(by, what, quoted(name), quoted(nearest(name, known)!)));
}

function withPlugin(known: Catalogue, plugin: Plugin, file: string): Catalogue {
  const things = [...plugin.attacks, ...plugin.parts, ...plugin.scenarios];
  return {
    attacks: [...known.attacks, ...plugin.attacks],
    parts: [...known.parts, ...plugin.parts],
    scenarios: [...known.scenarios, ...plugin.scenarios],
    grid: [...known.grid, ...plugin.attacks],
    defenses: [...known.defenses, ...plugin.parts.map(({ id }) => id)],
    sound: [
      ...known.sound.filter((id) => !plugin.parts.some(({ insteadOf }) => insteadOf === id)),
      ...plugin.parts.map(({ id }) => id),
    ],
    origins: new Map([...known.origins, ...things.map((thing) => [thing, file] as const)]),
  };
}
