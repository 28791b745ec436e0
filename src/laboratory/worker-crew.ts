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

/** Jobs of the laboratory's own in one thread: while one waits for its sockets, another computes. */
export const JOBS_A_THREAD = 2;

/** A thread and what it has to do. */
interface Post {
  readonly thread: WorkerThread;
  readonly plugins: string;
  readonly most: number;
  jobs: number;
}

const nameOf = (plugins: readonly string[]): string => JSON.stringify(plugins);

/**
 * Worker threads, started when needed and replaced when broken. A thread loads the plugins of its first job and serves
 * only jobs that need exactly those, one at a time: a plugin never shares a thread with another one's trials.
 */
export class Crew {
  readonly #options: CrewOptions;
  readonly #size: number;
  readonly #root = mkdtempSync(join(tmpdir(), 'mallory-crew-'));
  readonly #posts = new Set<Post>();
  readonly #waiting: (() => void)[] = [];
  readonly #leave = (): void => rmSync(this.#root, { recursive: true, force: true });
  #closed = false;

  constructor(options: CrewOptions) {
    this.#options = options;
    this.#size = options.size ?? Math.min(4, availableParallelism());
    process.once('exit', this.#leave);
  }

  /** Starts all threads for jobs of the laboratory's own, ahead of the first. */
  startAhead(): void {
    while (this.#posts.size < this.#size) this.#start([]);
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
    await Promise.all([...this.#posts].map(({ thread }) => thread.end()));
    this.#leave();
    process.off('exit', this.#leave);
  }

  async #with<T>(plugins: readonly string[], work: (thread: WorkerThread) => Promise<T>): Promise<T> {
    const post = await this.#take(plugins);
    try {
      return await work(post.thread);
    } finally {
      post.jobs--;
      if (!post.thread.alive) await this.#dismiss(post);
      this.#waiting.shift()?.();
    }
  }

  /** One that has these plugins and time for a job, which is counted. */
  async #take(plugins: readonly string[]): Promise<Post> {
    while (!this.#closed) {
      const free = this.#freeWith(plugins);
      if (free) {
        free.jobs++;
        return free;
      }
      const idle = [...this.#posts].find(({ jobs }) => jobs === 0);
      if (idle) await this.#dismiss(idle);
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    throw new Broken('the laboratory was closed');
  }

  /** The one that has least to do, but a new one, while there may be more, rather than one that has anything. */
  #freeWith(plugins: readonly string[]): Post | undefined {
    const name = nameOf(plugins);
    const [least] = [...this.#posts]
      .filter((post) => post.plugins === name && post.thread.alive && post.jobs < post.most)
      .sort((one, other) => one.jobs - other.jobs);
    return least?.jobs !== 0 && this.#posts.size < this.#size ? this.#start(plugins) : least;
  }

  #start(plugins: readonly string[]): Post {
    const { group, stranger, detonator, stretch = groupKey, patience = PATIENCE } = this.#options;
    const thread = new WorkerThread(
      { plugins, group, stranger, patience },
      { detonator, stretch },
      this.#root,
    );
    const most = plugins.length > 0 ? 1 : JOBS_A_THREAD;
    const post = { thread, plugins: nameOf(plugins), most, jobs: 0 };
    this.#posts.add(post);
    return post;
  }

  async #dismiss(post: Post): Promise<void> {
    await post.thread.end();
    this.#posts.delete(post);
  }
}
