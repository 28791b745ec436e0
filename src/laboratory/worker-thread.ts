import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Detonator } from '../arena/bout.js';
import type { Stretch } from '../defenses/keys.js';
import { reasonOf } from '../model/failure.js';
import type { Answer, FromWorker, Job, ToWorker, WorkerSettings } from './worker-job.js';

/** Plugins that have not loaded by then, in real milliseconds, are refused. */
const LOAD_MS = 5000;
/** The watchdog inside the thread gets so many times its patience to end a trial in order, before the thread is ended. */
const GRACE = 2;
/** Starting a thread and deriving keys, on a machine that has much else to do. */
const START_MS = 30_000;
/** A thread that sits in a native call cannot be ended before that call returns; nobody waits longer for it. */
const END_MS = 2000;
/** Node's exit code where a module waits at its top level for what nobody will ever bring. */
const UNSETTLED = 13;
/** From here on V8 maps its built-in functions beside the code that it compiles, and calls them directly: of the grid's branches a tenth fewer are guessed wrong. */
const HEAP_MB = 2048;
/** Other people's code gets less. */
const PLUGIN_HEAP_MB = 512;
/** Most of a trial dies with it: a wide nursery spares moving it. */
const YOUNG_MB = 128;
/** As much as a program has: what overflows a decoder there does here, too. */
const STACK_MB = 1;

/** The compiled worker, from `dist` and, under vitest, from `src` alike. */
const ENTRY = join(
  dirname(createRequire(import.meta.url).resolve('mallory/package.json')),
  'dist',
  'src',
  'laboratory',
  'worker.js',
);

/** What a thread asks the main thread to do for it. */
interface Services {
  readonly detonator: Detonator;
  readonly stretch: Stretch;
}

/** A job or a plugin that cost the thread its life; the message is the reason. */
export class Broken extends Error {}

/** What a thread said of one job, or of loading, and nobody has read yet. */
class Mailbox {
  readonly heard: FromWorker[] = [];
  wake: () => void = () => {};
}

/** The number of what is said before any job. */
const LOADING = 0;

/** One worker thread from outside: started with plugins, given jobs, ended at any moment. */
export class WorkerThread {
  /** Each plugin's facts, as JSON. Rejects with Broken. */
  readonly facts: Promise<readonly string[]>;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #temporary: string;
  readonly #patience: number;
  readonly #boxes = new Map<number, Mailbox>();
  #jobs = 0;
  #broken: Broken | null = null;
  #ended: Promise<void> | null = null;

  /** `services`: what the main thread does for it. `root`: where the thread's own temporary directory is made, and removed with it. */
  constructor(settings: WorkerSettings, { detonator, stretch }: Services, root: string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#patience = settings.patience;
    this.#temporary = mkdtempSync(join(root, 'worker-'));
    this.#worker = start(settings, port2, this.#temporary);
    this.#worker.on('error', (error) => this.#break(reasonOf(error)));
    const hear = (message: FromWorker): void => {
      if (message.say === 'detonate') void this.#detonate(message, detonator);
      else if (message.say === 'stretch') void this.#stretch(message, stretch);
      else this.#hear('n' in message ? message.n : LOADING, message);
    };
    port1.on('message', hear);
    this.#worker.on('exit', (code) => {
      // Node promises no order between a port of one's own and the end of the thread: its last words come first.
      for (let left = receiveMessageOnPort(port1); left; left = receiveMessageOnPort(port1))
        hear(left.message);
      this.#break(
        code === UNSETTLED ? 'an await at its top level never comes to an end' : 'its thread ended',
      );
    });
    this.facts = this.#load();
    this.facts.catch(() => {}); // whoever asks is told; until then it is nobody's unhandled rejection
  }

  /** False once the thread cannot take another job. */
  get alive(): boolean {
    return this.#broken === null;
  }

  /** Fights one job. Rejects with Broken where it cost the thread its life. */
  async fight(job: Job): Promise<Answer> {
    await this.facts;
    const n = ++this.#jobs;
    const box = this.#boxFor(n);
    this.#say({ say: 'fight', n, job });
    let message = await this.#next(box, START_MS, 'it did not get ready');
    const limit = GRACE * this.#patience;
    // Each tactic is a trial of its own, and one that still moves says so.
    while (message.say === 'fighting')
      message = await this.#next(box, limit, `the watchdog ended the trial after ${limit} ms`);
    this.#boxes.delete(n);
    if (message.say !== 'done')
      throw new Broken(message.say === 'failed' ? message.why : `it said ${message.say}`);
    // It left a timer or a socket behind, which would disturb the next trial: let nobody else pay for it.
    if (!message.clean) this.#break('it left something behind');
    return JSON.parse(message.answer);
  }

  /** Ends the thread wherever it is and removes what it left on the disk. Idempotent. */
  end(): Promise<void> {
    this.#break('the laboratory was closed');
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    await Promise.race([this.#worker.terminate(), delay(END_MS, undefined, { ref: false })]);
    this.#port.close();
    rmSync(this.#temporary, { recursive: true, force: true });
  }

  async #load(): Promise<readonly string[]> {
    const box = this.#boxFor(LOADING);
    await this.#next(box, START_MS, 'its thread did not start');
    const message = await this.#next(box, LOAD_MS, `it did not load within ${LOAD_MS / 1000} s`);
    if (message.say === 'loaded') return message.facts;
    const why = message.say === 'refused' ? message.why : `it said ${message.say}`;
    this.#break(why);
    throw new Broken(why); // what it said of itself, even where its end was noticed first
  }

  #boxFor(n: number): Mailbox {
    const box = new Mailbox();
    this.#boxes.set(n, box);
    return box;
  }

  #hear(n: number, message: FromWorker): void {
    const box = this.#boxes.get(n);
    box?.heard.push(message);
    box?.wake();
  }

  /** The next message, unless the thread breaks before or the limit is reached, which breaks it. */
  async #next(box: Mailbox, limit: number, otherwise: string): Promise<FromWorker> {
    const timer = setTimeout(() => this.#break(otherwise), limit);
    while (box.heard.length === 0 && !this.#broken)
      await new Promise<void>((resolve) => {
        box.wake = resolve;
      });
    clearTimeout(timer);
    const message = box.heard.shift();
    if (message) return message;
    throw this.#broken;
  }

  #break(why: string): void {
    this.#broken ??= new Broken(why);
    for (const box of this.#boxes.values()) box.wake();
  }

  #say(message: ToWorker): void {
    this.#port.postMessage(message);
  }

  async #stretch(
    { n, password, salt }: Extract<FromWorker, { say: 'stretch' }>,
    stretch: Stretch,
  ): Promise<void> {
    this.#say({ say: 'stretched', n, key: await stretch(password, Buffer.from(salt, 'base64')) });
  }

  async #detonate(
    { n, frame, canary, minted }: Extract<FromWorker, { say: 'detonate' }>,
    detonator: Detonator,
  ): Promise<void> {
    try {
      const { executed, why } = await detonator.detonate(frame, canary, new Set(minted));
      this.#say({ say: 'detonated', n, executed, why });
    } catch (error) {
      this.#say({ say: 'not detonated', n, why: reasonOf(error) });
    }
  }
}

function start(settings: WorkerSettings, port: MessagePort, temporary: string): Worker {
  const worker = new Worker(ENTRY, {
    workerData: { settings, port },
    transferList: [port],
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    // What a plugin prints is no data: standard output belongs to the command line.
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: settings.plugins.length > 0 ? PLUGIN_HEAP_MB : HEAP_MB,
      maxYoungGenerationSizeMb: YOUNG_MB,
      stackSizeMb: STACK_MB,
    },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}
