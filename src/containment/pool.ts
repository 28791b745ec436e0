/** The victim processes of one containment. Only start-up is shared ahead of time: no process serves two jobs. */

import { Launches } from './launches.js';
import { type CommandFor, VictimProcess } from './victim-process.js';
import { startWatchdog } from './watchdog.js';
import { makeRoot, removeTree } from './workspace.js';

/** One that waits for its job costs memory and a look at its file now and then: few are started before their turn. */
const MOST_IDLE = 3;

export class Pool {
  readonly #commandFor: CommandFor;
  readonly #root = makeRoot();
  readonly #watchdog = process.platform === 'win32' ? undefined : startWatchdog(this.#root);
  readonly #launches = new Launches(this.#root);
  readonly #all = new Set<VictimProcess>();
  #idle: VictimProcess[] = [];
  /** How many more jobs are to come, as far as anybody said. */
  #expected = 0;

  constructor(commandFor: CommandFor) {
    this.#commandFor = commandFor;
  }

  expect(n: number): void {
    this.#expected = n;
    this.#idle = this.#idle.filter((victim) => victim.alive);
    while (this.#idle.length < Math.min(n, MOST_IDLE)) this.#idle.push(this.#start());
  }

  take(): VictimProcess {
    let idle = this.#idle.shift();
    while (idle && !idle.alive) idle = this.#idle.shift();
    this.expect(Math.max(0, this.#expected - 1));
    return idle ?? this.#start();
  }

  live(): number {
    return this.#all.size;
  }

  #start(): VictimProcess {
    const victim = new VictimProcess(this.#commandFor, this.#root, this.#launches);
    this.#all.add(victim);
    void this.#watch(victim);
    return victim;
  }

  async #watch(victim: VictimProcess): Promise<void> {
    await victim.started;
    const { pid } = victim;
    if (pid !== undefined) this.#watchdog?.watch(pid);
    await victim.ended;
    this.#all.delete(victim);
    if (pid !== undefined) this.#watchdog?.forget(pid);
  }

  kill(): void {
    for (const victim of this.#all) victim.kill();
  }

  /** Synchronous, for the exit of the laboratory; the watchdog then does it all a second time. */
  abandon(): void {
    this.kill();
    removeTree(this.#root);
  }

  async close(): Promise<void> {
    this.kill();
    await this.#launches.close();
    removeTree(this.#root);
    await this.#watchdog?.end();
  }
}
