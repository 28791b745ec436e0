/** The laboratory's side of its launcher: who was started there, and what has become of them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { covered } from './descriptors.js';
import { killGroup } from './kill-group.js';
import type { FromLauncher, Start, ToLauncher } from './launcher-talk.js';
import { launcherCode } from './victim-code.js';

/** One process that was started there. */
export class Launched {
  /** Once it is known, and as long as it lives. */
  pid: number | undefined;
  /** What it ended with, or why it never lived; null while it lives. */
  end: string | null = null;
  readonly started: Promise<void>;
  readonly ended: Promise<void>;
  readonly #askToKill: () => void;
  #isUp: () => void = () => {};
  #isOver: () => void = () => {};

  constructor(askToKill: () => void) {
    this.#askToKill = askToKill;
    this.started = new Promise((resolve) => {
      this.#isUp = resolve;
    });
    this.ended = new Promise((resolve) => {
      this.#isOver = resolve;
    });
  }

  get alive(): boolean {
    return this.end === null;
  }

  up(pid: number): void {
    this.pid = pid;
    this.#isUp();
  }

  over(end: string): void {
    this.end ??= end;
    this.pid = undefined;
    this.#isUp();
    this.#isOver();
  }

  /** The whole group: synchronous where its number is known, for an exit hook; where it is not yet, the launcher does it. */
  kill(): void {
    if (!this.alive) return;
    if (this.pid === undefined) this.#askToKill();
    else killGroup(this.pid);
  }
}

/** Starts processes by way of a small one, which is started with the first of them. */
export class Launches {
  readonly #root: string;
  readonly #living = new Map<number, Launched>();
  #launcher: ChildProcess | null = null;
  #count = 0;

  /** `root`: named in the launcher's command line, so that whoever lists processes sees whose it is. */
  constructor(root: string) {
    this.#root = root;
  }

  start(asked: Omit<Start, 'say' | 'n'>): Launched {
    this.#launcher ??= this.#open();
    const n = ++this.#count;
    const launched = new Launched(() => this.#say({ say: 'kill', n }));
    this.#living.set(n, launched);
    this.#say({ say: 'start', n, ...asked });
    return launched;
  }

  /** Ends the launcher and whoever is left. Resolves when it has gone. */
  async close(): Promise<void> {
    const launcher = this.#launcher;
    if (!launcher || launcher.exitCode !== null || launcher.signalCode !== null) return;
    launcher.ref();
    const gone = new Promise((resolve) => launcher.once('exit', resolve));
    if (launcher.connected) launcher.disconnect();
    await gone;
  }

  #say(message: ToLauncher): void {
    // Who cannot be told any more is over: `exit` comes.
    if (this.#launcher?.connected) this.#launcher.send(message, () => {});
  }

  #open(): ChildProcess {
    const nothing = openSync(devNull, 'r+');
    try {
      // Detached: Ctrl-C reaches the laboratory's process group, which ends its victims in order.
      const launcher = spawn(process.execPath, [launcherCode(), this.#root], {
        detached: true,
        env: {},
        stdio: covered(['ignore', 'ignore', 'ignore', 'ipc'] as const, nothing),
      });
      const over = (): void => {
        for (const launched of this.#living.values()) {
          launched.kill();
          launched.over('its launcher has gone');
        }
        this.#living.clear();
        if (this.#launcher === launcher) this.#launcher = null;
      };
      launcher.on('message', (message: FromLauncher) => this.#heard(message));
      launcher.on('error', over);
      launcher.on('exit', over);
      // An idle victim must not keep a finished laboratory alive.
      launcher.unref();
      launcher.channel?.unref();
      return launcher;
    } finally {
      closeSync(nothing);
    }
  }

  #heard(message: FromLauncher): void {
    const launched = this.#living.get(message.n);
    if (message.say === 'started') return launched?.up(message.pid);
    launched?.over(message.why ?? String(message.code));
    this.#living.delete(message.n);
  }
}
