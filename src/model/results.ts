import type { Position, Property } from './property.js';
import type { Verdict } from './verdict.js';

/** What every result begins with: its form, and where and with what it was fought. */
export interface Head<Schema extends string> {
  readonly schema: Schema;
  readonly version: string;
  readonly seed: number;
  readonly containment: string;
}

/** One attack against one defense: the ruling on its worst tactic for the defender. */
export interface TrialResult {
  readonly attack: string;
  readonly defense: string;
  readonly verdict: Verdict;
  readonly tactic: string | null;
  readonly code: string | null;
  readonly part: string | null;
  readonly evidence: readonly string[];
  readonly because: string;
  /**
   * Of a cell that is breached or detected: the parts each of which, added alone to the defense, was seen to stop it
   * (or, where it is breached, to reveal it). Null where nobody asked.
   */
  readonly stoppedBy: readonly string[] | null;
  /** Real milliseconds of all its tactics. */
  readonly ms: number;
}

/** A run that had to come out a known way, or the trials prove nothing. `against` is named for positive controls. */
export interface ControlResult {
  readonly kind: 'benign' | 'positive';
  readonly of: string;
  readonly against?: string;
  readonly outcome: 'passed' | 'failed';
  readonly because: string;
}

/** Honest deliveries that a defense refused, of how many: with clocks 20 s apart, and after 45 s in store. */
export interface Price {
  readonly defense: string;
  readonly skewed: { readonly refused: number; readonly of: number };
  readonly stored: { readonly refused: number; readonly of: number };
}

export interface AttackResult {
  readonly id: string;
  readonly scenario: string;
  readonly position: Position;
  readonly property: Property;
  readonly cwe: readonly number[];
  readonly title: string;
}

export interface DefenseResult {
  readonly id: string;
  readonly parts: readonly string[];
  readonly title: string;
  readonly protects: string;
  readonly leavesOpen: string;
}

/** The one model that feeds every report: they cannot disagree. `schema/matrix.v1.json` describes it as JSON. */
export interface Matrix extends Head<'mallory/matrix/v1'> {
  readonly attacks: readonly AttackResult[];
  readonly defenses: readonly DefenseResult[];
  readonly controls: readonly ControlResult[];
  readonly trials: readonly TrialResult[];
  readonly prices: readonly Price[];
}

/** An attack that gets further once a part is gone. */
export interface Needed {
  readonly attack: string;
  /** With the part; what went with it (`gone`) is missing here as well. */
  readonly whole: Verdict;
  readonly without: Verdict;
  /** What happened without the part, in the referee's words. */
  readonly because: string;
}

/** An attack that a part stops alone, and the other part that answers it where that one is gone; null where none could be named. */
export interface StandIn {
  readonly attack: string;
  readonly by: string | null;
}

/** What a part is there for in a composition. */
export interface PartRole {
  readonly part: string;
  /** What went: the part, and those that carry no honest conversation without it. */
  readonly gone: readonly string[];
  /** Attacks that get further without it. Where there is none, the part is defense in depth. */
  readonly needed: readonly Needed[];
  /** Attacks whose cells prove nothing, with the part or without. */
  readonly unproved: readonly string[];
  readonly standIns: readonly StandIn[];
}

/** A composition fought without each of its parts in turn. */
export interface Ablation extends Head<'mallory/ablation/v1'> {
  readonly defense: string;
  readonly roles: readonly PartRole[];
  readonly controls: readonly ControlResult[];
  readonly trials: readonly TrialResult[];
}

/** What a defense adds to a message. */
export interface Weight {
  /** Bytes that members send more for each message, in their frames; what TLS adds beneath is not counted. */
  readonly bytes: number;
  /** Microseconds for one message on this machine; null where it was not measured. */
  readonly seal: number | null;
  readonly open: number | null;
}

/** What a defense costs where nobody attacks. */
export interface Cost extends Weight {
  readonly skewed: Price['skewed'];
  readonly stored: Price['stored'];
}

/** A stack that advice names, fought whole against every attack that was asked about. */
export interface Advised {
  readonly defense: string;
  readonly parts: readonly string[];
  readonly cost: Cost;
  readonly trials: readonly TrialResult[];
}

/** The smallest stacks found against some attacks. */
export interface Advice extends Head<'mallory/advice/v1'> {
  readonly against: readonly string[];
  readonly stacks: readonly Advised[];
  /** Attacks that every stack fought let through, the best of them with an alarm. */
  readonly revealedOnly: readonly string[];
  /** Attacks that breached every stack fought. */
  readonly unstopped: readonly string[];
  /** Attacks that some stack stops, and none that was found stops together with the rest. */
  readonly apart: readonly string[];
  /** Attacks that do not breach their positive control: nothing is proved about them. */
  readonly unproved: readonly string[];
  /** False where the search was ended by the clock before every stack of that size was seen. */
  readonly complete: boolean;
  /** How many cells were fought to find this out. */
  readonly fought: number;
}
