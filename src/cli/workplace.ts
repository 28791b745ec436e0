import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import type { Detonator } from '../arena/bout.js';
import { type Containment, createContainment } from '../containment/containment.js';
import { probeTier } from '../containment/tiers.js';
import { keysmith } from '../defenses/keys.js';
import { bare, here, type Runner } from '../laboratory/runner.js';
import { Crew } from '../laboratory/worker-crew.js';
import type { Secret } from '../laboratory/worker-job.js';
import { type Origins, runnerFor, sideBySide } from '../laboratory/worker-runner.js';
import type { Keysmith } from '../model/defense.js';

/** A fresh password that nobody chose, and a fresh salt. */
const freshSecret = (): Secret => ({
  password: randomBytes(16).toString('hex'),
  salt: randomBytes(16).toString('base64'),
});

const smithOf = ({ password, salt }: Secret): Keysmith => keysmith(password, Buffer.from(salt, 'base64'));

/**
 * Bytes of bytecode that a function runs through before V8 compiles it to fast code; by default a quarter of this. Each
 * thread compiles for itself, and most of it did not pay within one grid.
 */
const BYTECODE = 600_000;
/** A thread's heap may grow so far before all of it is looked through for what nobody needs any more. */
const UNSWEPT_MB = 128;

/**
 * What a run opens beside its trials, each when first needed: the containment and its processes, the worker threads.
 * `close` ends them all.
 */
export class Workplace {
  readonly #group = freshSecret();
  readonly #stranger = freshSecret();
  readonly keysmith = smithOf(this.#group);
  readonly strangerKeysmith = smithOf(this.#stranger);
  readonly detonator: Detonator = {
    // Async: whatever refuses it refuses the detonation, and is never taken for what a decoder threw.
    detonate: async (...detonation) => this.contain('best').detonate(...detonation),
  };
  #containment: Containment | null = null;
  #crew: Crew | null = null;
  #bench: Crew | null = null;
  #closed = false;

  /** Key derivation takes a fifth of a second in two threads of its own: it may begin before anything is looked up. */
  deriveKeys(): void {
    for (const smith of [this.keysmith, this.strangerKeysmith]) void smith.chat('', [])('', undefined);
  }

  /** Throws ContainmentRefused. */
  contain(safety: 'strict' | 'best'): Containment {
    if (this.#closed) throw new Error('the laboratory was closed');
    this.#containment ??= createContainment({ safety });
    return this.#containment;
  }

  /** The tier's name, for reports. `detonations`: how many are to come. Throws ContainmentRefused. */
  prepare(safety: 'strict' | 'best', detonations: number): string {
    if (safety === 'best' && detonations === 0) return probeTier().name;
    const containment = this.contain(safety);
    containment.expect(detonations);
    return containment.tier.name;
  }

  /** The threads that plugins live in. */
  crew(): Crew {
    this.#crew ??= this.#newCrew();
    return this.#crew;
  }

  #newCrew(size?: number): Crew {
    if (this.#closed) throw new Error('the laboratory was closed');
    const { detonator } = this;
    return new Crew({ group: this.#group, stranger: this.#stranger, detonator, ...(size ? { size } : {}) });
  }

  #newBench(jobs: number): Crew {
    setFlagsFromString(`--interrupt-budget=${BYTECODE}`);
    setFlagsFromString(`--initial-old-space-size=${UNSWEPT_MB}`);
    return this.#newCrew(jobs);
  }

  /**
   * Fights in this thread, or in `jobs` threads of the laboratory's own; in the crew's, what plugins take part in.
   * `traced`: whether the fights behind the verdicts are wanted.
   */
  runner(origins: Origins, jobs: number, traced = true): Runner {
    if (jobs > 1) this.#bench ??= this.#newBench(jobs);
    this.#bench?.startAhead();
    const own = this.#bench ? sideBySide(this.#bench, traced) : here;
    const runner = origins.size > 0 ? runnerFor(this.crew(), origins, own) : own;
    return traced ? runner : { ...runner, cell: async (...asked) => bare(await runner.cell(...asked)) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled([this.#crew?.close(), this.#bench?.close(), this.#containment?.close()]);
  }
}
