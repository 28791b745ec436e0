import type { Lesson, Reading } from '../../model/lesson.js';
import { headOf, hintsOf, placesOf } from '../lesson.js';
import { type Markup, markup } from '../markup.js';
import type { Texts } from '../texts/index.js';

/** What a scenario teaches: each hint is shut until somebody opens it, by pointer or by key, without any script. */
export function lessonSection(scenario: string, teaches: Lesson, texts: Texts): Markup {
  const { lesson } = texts;
  const questions = teaches.questions.map(
    (question, place) => markup`<h5>${headOf(place, texts)}</h5>
<p>${question.asks}</p>
<p>${lesson.told(lesson.seeIt, placesOf(question.cells, scenario, texts))}</p>
${hintsOf(question, question.hints.length, texts).map(
  ([name, hint]) => markup`<details class="hint"><summary>${name}</summary><p>${hint}</p></details>
`,
)}`,
  );
  return markup`
<h4>${lesson.notice}</h4>
<ul>${teaches.notice.map((what) => markup`<li>${what}</li>`)}</ul>
<h4>${lesson.questions}</h4>
${questions}<h4>${lesson.reading}</h4>
<ul>${teaches.reading.map((work) => markup`<li>${titled(work)}</li>`)}</ul>
`;
}

const titled = ({ title, address }: Reading): Markup =>
  address === undefined
    ? markup`<span lang="en">${title}</span>`
    : markup`<a lang="en" href="${address}">${title}</a>`;
