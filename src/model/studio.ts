import type { LessonGiven } from './lesson.js';
import type { Position, Property } from './property.js';
import type { TrialResult } from './results.js';
import type { Trace } from './trace.js';

/** What the studio's server and its page say to each other: JSON, each answer to a POST with the token. */

/** An attack as the page lists it. */
export interface StudioAttack {
  readonly id: string;
  readonly scenario: string;
  readonly title: string;
  readonly position: Position;
  readonly property: Property;
  /** A row of the default grid. */
  readonly grid: boolean;
}

export interface StudioPart {
  readonly id: string;
  readonly title: string;
  readonly protects: string;
  readonly leavesOpen: string;
  /** A column of the default grid. */
  readonly grid: boolean;
}

export interface StudioScenario {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly cast: readonly string[];
  readonly lesson: string;
  /** With every hint, for the page to open one by one; null where the scenario teaches nothing. */
  readonly teaches: LessonGiven | null;
}

/** All that can be picked. */
export interface StudioCatalogue {
  readonly version: string;
  readonly scenarios: readonly StudioScenario[];
  readonly attacks: readonly StudioAttack[];
  readonly parts: readonly StudioPart[];
  /** Compositions that have a name of their own. */
  readonly presets: Readonly<Record<string, readonly string[]>>;
}

/** A stack as composed, or why it makes no sense; `refusals` tells of each further part that would not compose, and why. */
export interface StudioStack {
  readonly id: string;
  readonly title: string;
  /** In the order of receiving, with what was brought along. */
  readonly parts: readonly string[];
  readonly refused: string | null;
  readonly refusals: Readonly<Record<string, string>>;
}

/** What a trial is asked by. */
export interface StudioQuestion {
  readonly attack: string;
  readonly parts: readonly string[];
  readonly seed: number;
}

/** The trial in a form to take away. */
export interface StudioExport {
  /** The end of a file's name. */
  readonly extension: string;
  readonly mediaType: string;
  /** Of its sentences; null where it has none. */
  readonly lang: 'en' | 'fr' | null;
  readonly text: string;
}

/** One cell, fought. `trace` hides what nobody guessed; it is null where nothing was to be fought. */
export interface StudioTrial {
  readonly seed: number;
  readonly result: TrialResult;
  /** The decisive tactic; `does` completes "Mallory …". */
  readonly tactic: { readonly id: string; readonly does: string } | null;
  readonly trace: Trace | null;
  readonly exports: readonly StudioExport[];
}
