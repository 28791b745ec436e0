import type { ForwardingHook } from '../chat/relay.js';
import type { Attack, Tactic, Volley } from '../model/attack.js';
import type { Candidate, Keysmith } from '../model/defense.js';
import type { Scenario } from '../model/scenario.js';
import type { Stack } from '../model/stack.js';

/** Runs one hostile frame in the contained victim process and tells whether its canary was found. */
export interface Detonator {
  detonate(
    frame: string,
    canary: { readonly file: string; readonly nonce: string },
    minted: ReadonlySet<string>,
  ): Promise<{ readonly executed: boolean; readonly why: string }>;
}

/** Everything that one trial is made of. Without an attack it is an honest run. */
export interface Bout {
  readonly stack: Stack;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly keysmith: Keysmith;
  /** Of another group password: for the adversary's own copy of the client. */
  readonly strangerKeysmith: Keysmith;
  readonly detonator: Detonator;
  readonly attack?: Attack;
  readonly tactic?: Tactic | Volley;
  /** Where the attack is on the group password: what it may be, and what it is. `fight` draws it unless it stands here. */
  readonly guessable?: { readonly candidates: readonly Candidate[]; readonly password: string };
  /** Seconds that a member's clock is ahead (behind where negative). */
  readonly skews?: Readonly<Record<string, number>>;
  /** An honest courier on the forwarding hook, where no adversary stands there. */
  readonly courier?: ForwardingHook;
  /** Real milliseconds without anything new before the watchdog ends the trial. */
  readonly patience?: number;
  /** Called as the trial begins, and now and then while it goes on. */
  readonly moves?: () => void;
}

/** The room of all scripts. */
export const ROOM = 'lab';
/** Virtual seconds after which an honest program notices silence. */
export const HEARTBEAT = 10;
/** Virtual seconds that the arena waits at most for what an adversary has put off. */
export const HORIZON = 120;
