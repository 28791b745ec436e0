import type { Verdict } from './verdict.js';

/** A cell that a question is about, and what it comes to: a test fights it, so that no lesson can say what is not so. */
export type LessonCell = readonly [attack: string, defense: string, verdict: Verdict];

export interface LessonQuestion {
  readonly asks: string;
  /** From a nudge to nearly the answer: two or three, to be opened one by one. */
  readonly hints: readonly string[];
  /** Where the answer can be seen. */
  readonly cells: readonly LessonCell[];
}

/** A work that is read as it is; its title is in its own language. */
export interface Reading {
  readonly title: string;
  readonly address?: string;
}

/** What a class does with a scenario. */
export interface Lesson {
  /** What the traces and the grid of this scenario show to whoever looks. */
  readonly notice: readonly string[];
  /** In the order of the coursework: what happens on the wire; why it works, what breaks; what stops it, what stays open. */
  readonly questions: readonly [wire: LessonQuestion, why: LessonQuestion, defense: LessonQuestion];
  readonly reading: readonly Reading[];
}

/** A lesson as it is given out: with the hints that are open, and where to look, not what to find. */
export interface LessonGiven extends Pick<Lesson, 'notice' | 'reading'> {
  readonly questions: readonly (Pick<LessonQuestion, 'asks' | 'hints'> & {
    readonly cells: readonly { readonly attack: string; readonly defense: string }[];
  })[];
}
