import { scenarioOf } from '../model/attack.js';
import type { Lesson, LessonCell, LessonGiven, LessonQuestion, Reading } from '../model/lesson.js';
import type { Scenario } from '../model/scenario.js';
import { glyphsFor, styled } from './glyphs.js';
import { toJson } from './json.js';
import { columns, type Look, wrap } from './look.js';
import { markdown, terminal } from './sanitize.js';
import type { StoryFormat } from './story-format.js';
import type { Texts } from './texts/index.js';
import { translatedScenario } from './translated.js';

/** A scenario with a lesson. */
export type Taught = Pick<Scenario, 'id' | 'title'> & { readonly teaches: Lesson };

/** The lesson of a scenario with so many hints of each question open; the text ends with a line break. */
export function renderLesson(taught: Taught, hints: number, format: StoryFormat, look: Look): string {
  if (format === 'json') return asJson(taught, hints);
  const told = translatedScenario(taught, look.texts);
  return format === 'markdown' ? asMarkdown(told, hints, look.texts) : asText(told, hints, look);
}

/** Where to look, attacks that go with the same defenses together: what came of it is for the reader to find. */
export function placesOf(cells: readonly LessonCell[], scenario: string, { lesson }: Texts): string {
  const name = (attack: string): string =>
    scenarioOf(attack) === scenario ? attack.slice(scenario.length + 1) : attack;
  const attacks = [...new Set(cells.map(([attack]) => attack))];
  const defensesOf = (attack: string): string =>
    [...new Set(cells.filter(([id]) => id === attack).map(([, defense]) => defense))].join(', ');
  const places = [...new Set(attacks.map(defensesOf))].map((defenses) => {
    const alike = attacks.filter((attack) => defensesOf(attack) === defenses);
    return lesson.against(alike.map(name).join(', '), defenses);
  });
  return places.join(lesson.joint);
}

/** The heading of each question, in the order of the coursework. */
export const headOf = (place: number, { lesson }: Texts): string =>
  lesson.question(`${place + 1}`, lesson.steps[place]!);

/** The hints that are open, each with its head. */
export const hintsOf = ({ hints }: LessonQuestion, open: number, { lesson }: Texts): [string, string][] =>
  hints.slice(0, open).map((hint, n) => [lesson.hint(`${n + 1}`, `${hints.length}`), hint]);

const MOST_HINTS = (teaches: Lesson): number =>
  Math.max(...teaches.questions.map(({ hints }) => hints.length));

function asText({ id, title, teaches }: Taught, open: number, look: Look): string {
  const { lesson } = look.texts;
  const safe = (text: string): string => terminal(text, look);
  const tell = (text: string, first = '  ', indent = '  '): string =>
    wrap(safe(text), look.width, first, indent);
  const item = (text: string): string => tell(text, '  - ', '    ');
  const bold = (text: string): string => styled(safe(text), ['bold'], look);
  const head = safe(lesson.title(title));
  const questions = teaches.questions.map((question, place) =>
    [
      bold(headOf(place, look.texts)),
      tell(question.asks),
      tell(lesson.told(lesson.seeIt, placesOf(question.cells, id, look.texts))),
      ...hintsOf(question, open, look.texts).map(([name, hint]) =>
        tell(lesson.told(name, hint), '  - ', '    '),
      ),
    ].join('\n'),
  );
  const left = open < MOST_HINTS(teaches) ? [tell(lesson.more(open + 1), '', '')] : [];
  return `${[
    [bold(lesson.title(title)), glyphsFor(look).heavy.repeat(Math.min(look.width, columns(head)))].join('\n'),
    [bold(lesson.notice), ...teaches.notice.map(item)].join('\n'),
    ...questions,
    [
      bold(lesson.reading),
      ...teaches.reading.flatMap((work) => [item(work.title), ...addressLine(work, look.width)]),
    ].join('\n'),
    ...left,
  ].join('\n\n')}\n`;
}

/** On a line of its own, and whole where it fits: whoever copies it gets all of it. */
const addressLine = ({ address }: Reading, width: number): string[] =>
  address === undefined ? [] : [wrap(address, width, address.length + 4 <= width ? '    ' : '', '')];

function asMarkdown({ id, title, teaches }: Taught, open: number, texts: Texts): string {
  const { lesson } = texts;
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
  const questions = teaches.questions.flatMap((question, place) => [
    `### ${markdown(headOf(place, texts))}`,
    markdown(question.asks),
    markdown(lesson.told(lesson.seeIt, placesOf(question.cells, id, texts))),
    ...(open > 0
      ? [list(hintsOf(question, open, texts).map(([name, hint]) => `**${name}.** ${markdown(hint)}`))]
      : []),
  ]);
  const works = teaches.reading.map(({ title: work, address }) =>
    address === undefined ? markdown(work) : `[${markdown(work)}](${address})`,
  );
  return `${[
    `## ${markdown(lesson.title(title))}`,
    `### ${lesson.notice}`,
    list(teaches.notice.map(markdown)),
    ...questions,
    `### ${lesson.reading}`,
    list(works),
  ].join('\n\n')}\n`;
}

/** For whoever is to find the answers: so many hints of each question, and no verdict. */
export const given = ({ notice, questions, reading }: Lesson, open: number): LessonGiven => ({
  notice,
  questions: questions.map(({ asks, hints, cells }) => ({
    asks,
    hints: hints.slice(0, open),
    cells: cells.map(([attack, defense]) => ({ attack, defense })),
  })),
  reading,
});

/** For a program, in the words of the data; `schema/lesson.v1.json` describes it. */
const asJson = ({ id, title, teaches }: Taught, open: number): string =>
  toJson({ schema: 'mallory/lesson/v1', scenario: id, title, ...given(teaches, open) });
