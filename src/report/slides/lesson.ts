import type { Lesson } from '../../model/lesson.js';
import { headOf, hintsOf, placesOf } from '../lesson.js';
import type { Texts } from '../texts/index.js';
import { proseSlides, type Slide } from './slide.js';

/** What to notice, then a slide for each question; the hints are for whoever speaks. */
export function lessonSlides(scenario: string, teaches: Lesson, texts: Texts): Slide[] {
  const { lesson, deck } = texts;
  const items = teaches.notice.map((text) => ({ text, item: true }));
  return [
    ...proseSlides(lesson.notice, items, deck.notes.notice, texts),
    ...teaches.questions.flatMap((question, place) =>
      proseSlides(
        headOf(place, texts),
        [
          { text: question.asks },
          { text: lesson.told(lesson.seeIt, placesOf(question.cells, scenario, texts)) },
        ],
        [
          lesson.deckNotes,
          ...hintsOf(question, question.hints.length, texts).map(([name, hint]) => lesson.told(name, hint)),
        ].join(' '),
        texts,
      ),
    ),
  ];
}
