import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Detonator } from '../arena/bout.js';
import { PATIENCE } from '../arena/fight.js';
import { groupKey, type Stretch } from '../defenses/keys.js';
import type { Answer, Job, Secret } from './worker-job.js';
import { Broken, WorkerThread } from './worker-thread.js';

export interface CrewOptions {
  readonly group: Secret;
  readonly stranger: Secret;
  readonly detonator: Detonator;
  /** Real milliseconds without anything new before the watchdog ends a trial. */
  readonly patience?: number;
  /** Default: `groupKey`, which derives each key once for all threads. */
  readonly stretch?: Stretch;
  /** How many threads at most. */
  readonly size?: number;
}

/**
 * Worker threads, started when needed and replaced when broken. A thread loads the plugins of its first job and serves
 * only jobs that need exactly those: a plugin never shares a thread with another one's trials.
 */
export class Crew {
  readonly #options: CrewOptions;
  readonly #size: number;
  readonly #root = mkdtempSync(join(tmpdir(), 'mallory-crew-'));
  readonly #threads = new Map<WorkerThread, string>();
  readonly #idle = new Set<WorkerThread>();
  readonly #waiting: (() => void)[] = [];
  readonly #leave = (): void => rmSync(this.#root, { recursive: true, force: true });
  #closed = false;

  constructor(options: CrewOptions) {
    this.#options = options;
    this.#size = options.size ?? Math.min(4, availableParallelism());
    process.once('exit', this.#leave);
  }

  /** What the plugins of this file hold, as JSON. Rejects with Broken; its message says in one line why. */
  async factsOf(file: string): Promise<string> {
    const [facts] = await this.#with([file], (thread) => thread.facts);
    return facts!;
  }

  /** Fights one job in a thread that has loaded these plugins. Rejects with Broken. */
  fight(job: Job, plugins: readonly string[]): Promise<Answer> {
    return this.#with(plugins, (thread) => thread.fight(job));
  }

  /** Ends all threads wherever they are and removes their directories. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#threads.keys()].map((thread) => thread.end()));
    this.#leave();
    process.off('exit', this.#leave);
  }

  async #with<T>(plugins: readonly string[], work: (thread: WorkerThread) => Promise<T>): Promise<T> {
    const thread = await this.#take(plugins);
    try {
      return await work(thread);
    } finally {
      if (thread.alive) this.#idle.add(thread);
      else await this.#dismiss(thread);
      this.#waiting.shift()?.();
    }
  }

  async #take(plugins: readonly string[]): Promise<WorkerThread> {
    const name = JSON.stringify(plugins);
    while (!this.#closed) {
      const thread =
        this.#idleWith(name) ?? (this.#threads.size < this.#size ? this.#start(name, plugins) : null);
      if (thread) return thread;
      const [other] = this.#idle;
      if (other) await this.#dismiss(other);
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    throw new Broken('the laboratory was closed');
  }

  #idleWith(name: string): WorkerThread | undefined {
    const thread = [...this.#idle].find((candidate) => this.#threads.get(candidate) === name);
    if (thread) this.#idle.delete(thread);
    return thread;
  }

  #start(name: string, plugins: readonly string[]): WorkerThread {
    const { group, stranger, detonator, stretch = groupKey, patience = PATIENCE } = this.#options;
    const thread = new WorkerThread(
      { plugins, group, stranger, patience },
      { detonator, stretch },
      this.#root,
    );
    this.#threads.set(thread, name);
    return thread;
  }

  async #dismiss(thread: WorkerThread): Promise<void> {
    this.#idle.delete(thread);
    await thread.end();
    this.#threads.delete(thread);
  }
}
