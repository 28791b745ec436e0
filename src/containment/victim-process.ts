/** One fresh victim process for one detonation: started ahead of time, given one job, ended with its whole group. */
import { appendFileSync, closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Launched, Launches } from './launches.js';
import { ContainmentRefused } from './refused.js';
import type { Machine } from './tiers.js';
import { type VictimCode, victimCode } from './victim-code.js';
import { makeWorkspace, removeTree, type Workspace } from './workspace.js';

export interface Ending {
  timedOut: boolean;
  /** The victim said that its last task was over. A payload can claim this falsely; it proves nothing. */
  normal: boolean;
  ms: number;
}

const DONE = Buffer.from('done\n');
const HEAP_MB = 64;
const START_MS = 10_000;
// All memory, V8's heap and Buffers alike: a bomb ends in a RangeError or ends the victim. V8 sets 570 MB of it aside
// from Node 24 on, 100 MB before.
const DATA_KIB = Number.parseInt(process.versions.node, 10) >= 23 ? 1_048_576 : 393_216;
// The kernel's own limits, where a shell can set them: no core file, 4 MiB a file, 10 s of processor time, memory.
const LIMITS = `ulimit -c 0; ulimit -f 8192; ulimit -t 10; ulimit -d ${DATA_KIB}; exec "$@"`;

/**
 * The command line of a victim whose standard input is a job file. It writes `ready` and a line break to its standard
 * output, reads one line of JSON with the member `frame`, deals with it, and writes `done` and a line break.
 */
export type CommandFor = (workspace: Workspace) => string[];

export class VictimProcess {
  readonly workspace: Workspace;
  readonly #launched: Launched;

  constructor(commandFor: CommandFor, root: string, launches: Launches) {
    this.workspace = makeWorkspace(root);
    const { canary: directory, job, output, errors } = this.workspace;
    const command = commandFor(this.workspace);
    this.#launched = launches.start({ command, directory, files: { job, output, errors } });
  }

  /** Its process group; undefined before it is known, and when it is over. */
  get pid(): number | undefined {
    return this.#launched.pid;
  }

  get alive(): boolean {
    return this.#launched.alive;
  }

  /** Resolves when its number is known, or it never lived. */
  get started(): Promise<void> {
    return this.#launched.started;
  }

  get ended(): Promise<void> {
    return this.#launched.ended;
  }

  /** Waits until start-up is over, so that the time limit of a job counts the job alone. */
  async ready(): Promise<void> {
    const deadline = performance.now() + START_MS;
    while (this.alive && statSync(this.workspace.output).size === 0 && performance.now() < deadline)
      await delay(1);
    if (this.alive && statSync(this.workspace.output).size > 0) return;
    const cause = readFileSync(this.workspace.errors, 'utf8').slice(0, 2_000);
    throw new ContainmentRefused(
      `the victim process did not start (${this.#launched.end}): ${JSON.stringify(cause)}`,
    );
  }

  /** Submits the job and ends the process as soon as it says it is done, or at the limit: its exit alone takes 8 ms. */
  async run(frame: string, limitMs: number): Promise<Ending> {
    const began = performance.now();
    appendFileSync(this.workspace.job, `${JSON.stringify({ frame })}\n`);
    while (this.alive && !this.#saysDone() && performance.now() - began < limitMs) await delay(1);
    const timedOut = this.alive && !this.#saysDone();
    this.kill();
    while (this.alive) await delay(1); // nothing else may keep the laboratory alive
    return { timedOut, normal: !timedOut && this.#saysDone(), ms: performance.now() - began };
  }

  // The last bytes only: the output may be a flood.
  #saysDone(): boolean {
    const output = openSync(this.workspace.output, 'r');
    const tail = Buffer.alloc(DONE.length);
    readSync(output, tail, 0, tail.length, Math.max(0, fstatSync(output).size - tail.length));
    closeSync(output);
    return tail.equals(DONE);
  }

  /** The whole group: the wrapper, the victim and anything it may have started. Synchronous, for an exit hook. */
  kill(): void {
    this.#launched.kill();
  }

  remove(): void {
    removeTree(this.workspace.directory);
  }
}

/** The victim that decodes frames as the chat does. Throws ContainmentRefused where it is not built. */
export function nodeVictim(machine: Machine): CommandFor {
  const code = victimCode();
  return (workspace) => [
    ...confined(machine),
    process.execPath,
    ...nodeOptions(machine, code, workspace),
    code.entry,
  ];
}

/** The kernel's limits and the machine's namespaces, around any victim. */
export const confined = ({ wrapper }: Machine): string[] => [
  ...(process.platform === 'win32' ? [] : ['/bin/sh', '-c', LIMITS, 'mallory-victim']),
  ...wrapper,
];

// The flags are repeated: Node 20 reads a comma list, later versions do not.
function nodeOptions(machine: Machine, code: VictimCode, workspace: Workspace): string[] {
  const reads = code.files.map((file) => `--allow-fs-read=${file}`);
  const confinement = [machine.tier.permissionFlag!, ...reads, `--allow-fs-write=${workspace.canary}/*`];
  const preload = ['--import', pathToFileURL(code.preload).href];
  return [...confinement, ...preload, ...HEAP_LIMIT, '--no-warnings'];
}

// Under Linux the kernel's limit counts the heap as well. Elsewhere V8 has to, and pays for it: with any flag of V8's
// Node compiles its own modules anew at every start, which takes as long as half a victim's life.
const HEAP_LIMIT = process.platform === 'linux' ? [] : [`--max-old-space-size=${HEAP_MB}`];
