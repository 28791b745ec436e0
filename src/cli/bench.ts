import { ATTACKS } from '../../attacks/index.js';
import { SCENARIOS } from '../../scenarios/index.js';
import type { Containment } from '../containment/containment.js';
import {
  createPickleContainment,
  findPython,
  mintPickle,
  type Python,
  pickleFrame,
} from '../containment/pickle.js';
import { PARTS } from '../defenses/index.js';
import { Bench } from '../experiments/bench.js';
import type { Pickles } from '../experiments/pickles.js';
import type { Cell } from '../laboratory/cell.js';
import { safetyIn, seedIn } from './choose.js';
import type { Typed } from './commands.js';
import { onSignal } from './interrupt.js';
import { type Progress, progressOn } from './progress.js';
import { Workplace } from './workplace.js';

/** Python in its containment: looked for when it is first asked about, started when it is first used. */
class PickleShelf {
  readonly #safety: 'strict' | 'best';
  #pickles: Pickles | null | undefined;
  #containment: Containment | null = null;

  constructor(safety: 'strict' | 'best') {
    this.#safety = safety;
  }

  get pickles(): Pickles | null {
    if (this.#pickles === undefined) {
      const python = findPython();
      this.#pickles = python && { version: python.version, load: (...job) => this.#load(python, ...job) };
    }
    return this.#pickles;
  }

  #load(python: Python, ...[bytes, reads, canary]: Parameters<Pickles['load']>): ReturnType<Pickles['load']> {
    this.#containment ??= createPickleContainment(python, { safety: this.#safety });
    // Minted where it is handed over: an experiment makes its own pickles and reads nobody else's.
    return this.#containment.detonate(pickleFrame(bytes, reads), canary, new Set([mintPickle(bytes)]));
  }

  async close(): Promise<void> {
    await this.#containment?.close();
  }
}

/** Opens a bench for one command and closes all that was opened on it, on a signal too. Throws WrongUsage and ContainmentRefused. */
export async function onBench<T>(
  typed: Typed,
  work: (bench: Bench, progress: Progress['count']) => Promise<T>,
  fought: readonly Cell[] = [],
): Promise<T> {
  const seed = seedIn(typed.one('seed'));
  const safety = safetyIn(typed.one('safety'));
  const place = new Workplace();
  const shelf = new PickleShelf(safety);
  const progress = progressOn(process.stderr, typed.switches.has('quiet'));
  const close = async (): Promise<void> => {
    progress.end();
    await Promise.all([place.close(), shelf.close()]);
  };
  const offSignal = onSignal(close);
  try {
    place.deriveKeys();
    place.prepare(safety, 0);
    const { keysmith, strangerKeysmith, detonator } = place;
    const bench = new Bench({
      attacks: ATTACKS,
      scenarios: SCENARIOS,
      parts: PARTS,
      ...{ seed, keysmith, strangerKeysmith, detonator, pickles: () => shelf.pickles, fought },
    });
    return await work(bench, progress.count);
  } finally {
    await close();
    offSignal();
  }
}
