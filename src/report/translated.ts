/** What attacks, parts and the referee say in English, as the reader's language says it. Programs are never given this. */
import type { ClaimResult } from '../model/claims.js';
import type { LabResult } from '../model/labs.js';
import type { Lesson, LessonQuestion } from '../model/lesson.js';
import type { Matrix, TrialResult } from '../model/results.js';
import type { Event, Trace } from '../model/trace.js';
import type { FoughtCell } from './chapter.js';
import type { Texts } from './texts/index.js';

/** The same grid with its sentences translated: ids, codes and verdicts stay. */
export const translatedMatrix = <M extends Pick<Matrix, 'attacks' | 'defenses' | 'trials' | 'controls'>>(
  matrix: M,
  texts: Texts,
): M => ({
  ...matrix,
  attacks: matrix.attacks.map((attack) => translatedFacts(attack, texts)),
  defenses: matrix.defenses.map((defense) => translatedFacts(defense, texts)),
  trials: matrix.trials.map((trial) => translatedFacts(trial, texts)),
  controls: matrix.controls.map((control) => translatedFacts(control, texts)),
});

/** The members by which attacks, parts, scenarios and results speak. */
const SPOKEN = ['title', 'does', 'story', 'lesson', 'protects', 'leavesOpen', 'because'] as const;

/** One thing with all that it says of itself translated. */
export const translatedFacts = <T extends object>(thing: T, { said }: Texts): T => ({
  ...thing,
  ...Object.fromEntries(
    Object.entries(thing)
      .filter(([name, value]) => SPOKEN.some((spoken) => spoken === name) && typeof value === 'string')
      .map(([name, value]) => [name, said(value)]),
  ),
});

/** A trace with what the adversary says of its deeds translated; what people wrote to each other stays as they wrote it. */
export const translatedTrace = (trace: Trace, { said }: Texts): Trace =>
  trace.map((event): Event => {
    if (event.kind === 'did') return { ...event, what: said(event.what) };
    return event.kind === 'held' ? { ...event, source: said(event.source) } : event;
  });

export const translatedCell = <C extends FoughtCell>(cell: C, texts: Texts): C => ({
  ...cell,
  result: translatedFacts<TrialResult>(cell.result, texts),
  decisive: cell.decisive && {
    ...cell.decisive,
    tactic: translatedFacts(cell.decisive.tactic, texts),
    trace: translatedTrace(cell.decisive.trace, texts),
  },
});

/** The grid and the fights behind it. */
export const translatedFought = <
  F extends { readonly matrix: Matrix; readonly cells: readonly FoughtCell[] },
>(
  fought: F,
  texts: Texts,
): F => ({
  ...fought,
  matrix: translatedMatrix(fought.matrix, texts),
  cells: fought.cells.map((cell) => translatedCell(cell, texts)),
});

export const translatedClaim = (claim: ClaimResult, { said }: Texts): ClaimResult => ({
  ...claim,
  configuration: said(claim.configuration),
  observed: said(claim.observed),
  because: said(claim.because),
  ...(claim.here === undefined ? {} : { here: said(claim.here) }),
  ...(claim.source === undefined ? {} : { source: said(claim.source) }),
  ...(claim.counter === undefined
    ? {}
    : {
        counter: {
          ...claim.counter,
          configuration: said(claim.counter.configuration),
          observed: said(claim.counter.observed),
        },
      }),
});

/** What is asked and hinted; the titles of works stay as their authors wrote them. */
export const translatedLesson = (lesson: Lesson, { said }: Texts): Lesson => {
  const asked = (question: LessonQuestion): LessonQuestion => ({
    ...question,
    asks: said(question.asks),
    hints: question.hints.map(said),
  });
  const [wire, why, defense] = lesson.questions;
  return {
    ...lesson,
    notice: lesson.notice.map(said),
    questions: [asked(wire), asked(why), asked(defense)],
  };
};

/** A scenario in the reader's language, its lesson too. */
export const translatedScenario = <S extends { readonly teaches?: Lesson }>(
  scenario: S,
  texts: Texts,
): S => ({
  ...translatedFacts(scenario, texts),
  ...(scenario.teaches ? { teaches: translatedLesson(scenario.teaches, texts) } : {}),
});

export const translatedLab = (lab: LabResult, { said }: Texts): LabResult => ({
  ...lab,
  title: said(lab.title),
  coursework: said(lab.coursework),
  happened: lab.happened.map(said),
  stoppers: lab.stoppers.map((one) => ({ ...one, what: said(one.what), outcome: said(one.outcome) })),
});
