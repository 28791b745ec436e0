import { compose } from '../defenses/compose.js';
import { explained, type Shelf } from '../laboratory/explain.js';
import { type Arsenal, type Campaign, campaign, type Laboratory } from '../laboratory/matrix.js';
import { JOBS_A_THREAD } from '../laboratory/worker-crew.js';
import type { Attack } from '../model/attack.js';
import type { Scenario } from '../model/scenario.js';
import type { Stack } from '../model/stack.js';
import { type Catalogue, catalogueWith } from './catalogue.js';
import { jobsIn, safetyIn, seedIn } from './choose.js';
import type { Typed } from './commands.js';
import { EXIT } from './exit.js';
import { onSignal } from './interrupt.js';
import { progressOn } from './progress.js';
import { VERSION } from './version.js';
import { Workplace } from './workplace.js';

/** What can be named, where nothing is fought: the threads of its plugins live as long as `use` looks at it. */
export async function browsing<T>(typed: Typed, use: (catalogue: Catalogue) => T): Promise<T> {
  const place = new Workplace();
  const offSignal = onSignal(() => place.close());
  try {
    return use(await catalogueWith(typed.all('plugin'), () => place.crew()));
  } finally {
    await place.close();
    offSignal();
  }
}

/** What is to be fought. */
export interface Chosen {
  readonly attacks: readonly Attack[];
  readonly scenarios: readonly Scenario[];
  readonly stacks: readonly Stack[];
  readonly skews?: Readonly<Record<string, number>>;
  /** Whether to find out what would stop the attacks that got through. */
  readonly explain?: boolean;
  /** Whether the fights behind the verdicts are wanted (default true). */
  readonly traced?: boolean;
}

/** Loads plugins, lets the command choose from what there is, and fights it. */
export const play = <C extends Chosen>(
  typed: Typed,
  choose: (catalogue: Catalogue) => C,
): Promise<{ campaign: Campaign; chosen: C }> =>
  atWork(
    typed,
    choose,
    async (chosen, arsenal, lab, shelf) => {
      const fought = await campaign(arsenal, lab);
      return { campaign: chosen.explain ? await explained(fought, arsenal, shelf, lab) : fought, chosen };
    },
    ({ attacks, stacks, explain }, { sound }) =>
      attacks.length * stacks.length * (explain ? 1 + sound.length : 1),
  );

/**
 * Opens a laboratory for what the command chooses, works in it, and closes again whatever was opened on the way, on a
 * signal too. `choose` throws WrongUsage for what was typed wrong, and that before anything is fought. `cells` tells
 * how many are about to be fought.
 */
export async function atWork<C extends Chosen, R>(
  typed: Typed,
  choose: (catalogue: Catalogue) => C,
  work: (chosen: C, arsenal: Arsenal, lab: Laboratory, shelf: Shelf) => Promise<R>,
  cells: (chosen: C, shelf: Shelf) => number,
): Promise<R> {
  const seed = seedIn(typed.one('seed'));
  const safety = safetyIn(typed.one('safety'));
  jobsIn(typed.one('jobs'), 0); // what is typed wrong is told before a plugin is loaded
  const place = new Workplace();
  const progress = progressOn(process.stderr, typed.switches.has('quiet'));
  const close = async (): Promise<void> => {
    progress.end();
    await place.close();
  };
  const offSignal = onSignal(close);
  try {
    const catalogue = await catalogueWith(typed.all('plugin'), () => place.crew());
    const chosen = choose(catalogue);
    place.deriveKeys();
    const shelf = { known: catalogue.parts, sound: catalogue.sound };
    const jobs = jobsIn(typed.one('jobs'), cells(chosen, shelf));
    // Its threads load while this one finds out what the machine can contain.
    const runner = place.runner(catalogue.origins, jobs, chosen.traced);
    const containment = place.prepare(safety, detonationsIn(chosen));
    const lab = laboratoryOf(place, {
      seed,
      containment,
      skews: chosen.skews ?? {},
      progress: progress.count,
      runner,
      abreast: Math.max(ABREAST, jobs * JOBS_A_THREAD),
    });
    const named = chosen.attacks.flatMap(({ against }) => against ?? []);
    const variants = [...new Set(named)].map((id) => compose(id, catalogue.parts));
    const arsenal = { ...chosen, undefended: compose('none', catalogue.parts), variants };
    return await work(chosen, arsenal, lab, shelf);
  } finally {
    await close();
    offSignal();
  }
}

/** Cells at a time in one thread: while one waits for its sockets, another computes. */
const ABREAST = 4;

function laboratoryOf(
  { keysmith, strangerKeysmith, detonator }: Workplace,
  rest: Omit<Laboratory, 'keysmith' | 'strangerKeysmith' | 'detonator' | 'version'>,
): Laboratory {
  return { keysmith, strangerKeysmith, detonator, version: VERSION, ...rest };
}

/** How many victim processes are worth starting ahead: one for each cell whose codec revives code. */
const detonationsIn = ({ attacks, stacks }: Chosen): number =>
  attacks.filter(({ property }) => property === 'execution-safety').length *
  stacks.filter(({ settings }) => settings.codec === 'reviving').length;

/** 1 where something proved nothing or, where that was asked, where something was breached. */
export function exitCodeFor({ matrix: { trials, controls } }: Campaign, { switches }: Typed): number {
  const unproven =
    trials.some(({ verdict }) => verdict === 'inconclusive') ||
    controls.some(({ outcome }) => outcome === 'failed');
  const breached = switches.has('fail-on-breach') && trials.some(({ verdict }) => verdict === 'breached');
  return unproven || breached ? EXIT.unproven : EXIT.fine;
}
