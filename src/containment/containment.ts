/**
 * Where the code that a hostile frame carries is run: never in the laboratory's own process, only in a fresh, confined
 * victim process, and only if this trial's own attack minted it. A seat-belt, not a sandbox (docs/containment.md).
 */
import { assertCanary, type Canary, sings } from './canary.js';
import { enrol } from './laboratory.js';
import { Pool } from './pool.js';
import { ContainmentRefused } from './refused.js';
import { isForeign } from './sources.js';
import { type Machine, probeMachine, type Tier } from './tiers.js';
import { type CommandFor, type Ending, nodeVictim, type VictimProcess } from './victim-process.js';

export interface Detonation {
  /** The canary sang: exactly one file, its exact name, the trial's nonce as its content, as the parent found it. */
  executed: boolean;
  why: 'canary' | 'no-canary' | 'foreign-payload' | 'timed-out' | 'crashed';
  /** False is evidence that the victim crashed, was killed or left early; true is only what it looked like. */
  normalExit: boolean;
  /** From the job's submission to the victim's end; 0 where nothing was run. */
  ms: number;
}

export interface Containment {
  /** What this machine gives. */
  readonly tier: Tier;
  /**
   * Decodes one frame in a fresh victim process. `minted` holds the SHA-256 (hex) of every source that this trial's own
   * attack wrote; a frame with any other source is `foreign-payload`, "would have executed", and nothing is run.
   * Rejects with SyntaxError where the frame is not JSON, TypeError for an unusable canary, and ContainmentRefused
   * after `close` and where no victim process starts.
   */
  detonate(frame: string, canary: Canary, minted: ReadonlySet<string>): Promise<Detonation>;
  /** Says that `n` detonations are to come: for each of them a process is started, a few ahead of their turn. */
  expect(n: number): void;
  /** Ends every process by its group and removes every directory. Idempotent. */
  close(): Promise<void>;
  /** Victim processes alive, idle ones included. */
  live(): number;
}

export interface ContainmentOptions {
  /** `strict` refuses any tier below the strongest; `best`, the default, takes what the machine gives. */
  safety?: 'strict' | 'best';
  /** Time limit of a job, start-up excluded. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 1_000;

/** Throws ContainmentRefused where the machine is below what `safety` asks for or the victim has not been built. */
export function createContainment(options: ContainmentOptions = {}): Containment {
  return containmentOn(probeMachine(), options);
}

/** The same on a machine that the caller describes: tests try every tier below their own, too. */
export function containmentOn(machine: Machine, options: ContainmentOptions = {}): Containment {
  assertAllowed(machine.tier, options.safety ?? 'best');
  return containmentFor({ commandFor: nodeVictim(machine), isForeign }, machine, options);
}

/** A kind of victim: how it is started, and whether a frame holds what this trial's own attack has not minted. */
export interface Kind {
  readonly commandFor: CommandFor;
  readonly isForeign: (frame: string, minted: ReadonlySet<string>) => boolean;
}

/** The same walls around another kind of victim. Throws ContainmentRefused for a machine below what `safety` asks for. */
export function containmentFor(kind: Kind, machine: Machine, options: ContainmentOptions = {}): Containment {
  assertAllowed(machine.tier, options.safety ?? 'best');
  return new OpenContainment(kind, machine, options.timeoutMs ?? TIMEOUT_MS);
}

function assertAllowed(tier: Tier, safety: 'strict' | 'best'): void {
  const asked = safety === 'strict' ? 'strict safety asks for more' : 'a victim process needs more';
  if (tier.name === 'none' || (safety === 'strict' && tier.name !== 'namespace')) {
    throw new ContainmentRefused(`containment is '${tier.name}' here, ${asked}: ${tier.why.join('; ')}`);
  }
}

class OpenContainment implements Containment {
  readonly tier: Tier;
  readonly #kind: Kind;
  readonly #timeoutMs: number;
  readonly #pool: Pool;
  readonly #leave: () => void;
  readonly #running = new Set<Promise<Detonation>>();
  #closed: Promise<void> | undefined;

  constructor(kind: Kind, machine: Machine, timeoutMs: number) {
    this.tier = machine.tier;
    this.#kind = kind;
    this.#timeoutMs = timeoutMs;
    this.#pool = new Pool(kind.commandFor);
    this.#leave = enrol(() => this.#pool.abandon());
  }

  async detonate(frame: string, canary: Canary, minted: ReadonlySet<string>): Promise<Detonation> {
    assertCanary(canary);
    if (this.#kind.isForeign(frame, minted))
      return { executed: false, why: 'foreign-payload', normalExit: true, ms: 0 };
    this.#assertOpen();
    const running = this.#run(frame, canary);
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  async #run(frame: string, canary: Canary): Promise<Detonation> {
    const victim = this.#pool.take();
    try {
      await victim.ready();
      return judge(victim, canary, await victim.run(frame, this.#timeoutMs));
    } finally {
      victim.kill();
      await victim.ended;
      victim.remove();
    }
  }

  expect(n: number): void {
    this.#assertOpen();
    this.#pool.expect(n);
  }

  live(): number {
    return this.#pool.live();
  }

  close(): Promise<void> {
    this.#closed ??= this.#close().finally(this.#leave);
    return this.#closed;
  }

  // Those who still wait for a detonation get their answer before its directory is taken away.
  async #close(): Promise<void> {
    this.#pool.kill();
    await Promise.allSettled(this.#running);
    await this.#pool.close();
  }

  #assertOpen(): void {
    if (this.#closed) throw new ContainmentRefused('this containment is closed');
  }
}

function judge({ workspace }: VictimProcess, canary: Canary, ending: Ending): Detonation {
  const executed = sings(workspace.canary, canary);
  const otherwise = ending.timedOut ? 'timed-out' : ending.normal ? 'no-canary' : 'crashed';
  return { executed, why: executed ? 'canary' : otherwise, normalExit: ending.normal, ms: ending.ms };
}
