import type { Attack } from '../model/attack.js';
import { reasonOf } from '../model/failure.js';
import type { Cell, Ground } from './cell.js';
import { type Honest, type HonestResult, honestResult } from './honest.js';
import { here, type Runner } from './runner.js';
import { failedCell, readCell, readHonest } from './worker-answer.js';
import type { Crew } from './worker-crew.js';
import type { Job } from './worker-job.js';

/** The file that an attack, a part or a scenario of a plugin comes from. */
export type Origins = ReadonlyMap<unknown, string>;

/**
 * Fights everything that is the laboratory's own in the threads of a crew, a few cells in each. Where no traces
 * are wanted, none crosses from thread to thread.
 */
export const sideBySide = (crew: Crew, traced: boolean): Runner => ({
  cell: (attack, ground) => cellIn(crew, [], attack, ground, traced),
  honest: (ground, run) =>
    honestIn(crew, [], ground, run).catch((error) => faulty(`${A_THREAD}: ${reasonOf(error)}`)),
});

/**
 * Fights what is all the laboratory's own as `own` does, and in a worker what a plugin takes part in. Whatever goes
 * wrong there becomes an inconclusive cell or a failed control, with the reason.
 */
export function runnerFor(crew: Crew, origins: Origins, own: Runner = here): Runner {
  // A defense whose honest run came to nothing has an inconclusive column already: no cell of it waits for the watchdog.
  // Whoever asks for that very run once more wants to know whether it comes to nothing again.
  const lost = new Map<string, { readonly run: string; readonly why: string }>();
  return {
    cell: async (attack, ground) => {
      const files = filesOf(origins, [attack, ground.scenario, ...ground.stack.parts]);
      const known = lost.get(ground.stack.id);
      if (known) return failedCell(attack, ground.stack, known.why, 0);
      return files.length > 0 ? cellIn(crew, files, attack, ground) : own.cell(attack, ground);
    },
    honest: async (ground, run) => {
      const files = filesOf(origins, [ground.scenario, ...ground.stack.parts]);
      if (files.length === 0) return own.honest(ground, run);
      const [id, asked] = [ground.stack.id, JSON.stringify([ground.seed, ground.scenario.id, run])];
      const known = lost.get(id);
      if (known && known.run !== asked) return faulty(known.why);
      lost.delete(id);
      return honestIn(crew, files, ground, run).catch((error) => {
        const why = `${THE_PLUGIN}: ${reasonOf(error)}`;
        lost.set(id, { run: asked, why });
        return faulty(why);
      });
    },
  };
}

const filesOf = (origins: Origins, things: readonly unknown[]): string[] =>
  [...new Set(things.flatMap((thing) => origins.get(thing) ?? []))].sort();

async function cellIn(
  crew: Crew,
  files: readonly string[],
  attack: Attack,
  ground: Ground,
  traced = true,
): Promise<Cell> {
  const started = performance.now();
  try {
    const answer = await crew.fight({ ...jobOf(ground), attack: attack.id, traced }, files);
    return readCell(answer, attack, ground.stack);
  } catch (error) {
    const why = `${files.length > 0 ? THE_PLUGIN : A_THREAD}: ${reasonOf(error)}`;
    return failedCell(attack, ground.stack, why, performance.now() - started);
  }
}

const honestIn = async (
  crew: Crew,
  files: readonly string[],
  ground: Ground,
  run: Honest,
): Promise<HonestResult> => readHonest(await crew.fight({ ...jobOf(ground), ...run }, files));

const faulty = (what: string): HonestResult =>
  honestResult([{ id: 'arena#1', who: 'arena', at: 0, kind: 'fault', what }]);

const jobOf = ({ stack, scenario, seed, skews = {} }: Ground): Job => ({
  attack: null,
  defense: stack.id,
  scenario: scenario.id,
  seed,
  skews,
  stored: false,
  traced: true,
});

const THE_PLUGIN = 'the plugin failed';
const A_THREAD = 'a worker thread failed';
