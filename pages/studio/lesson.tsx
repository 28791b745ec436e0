import { useEffect, useRef, useState } from 'preact/hooks';
import { scenarioOf } from '../../src/model/attack.js';
import type { LessonGiven, Reading } from '../../src/model/lesson.js';
import type { StudioScenario } from '../../src/model/studio.js';
import { visible } from '../../src/report/sanitize.js';
import { useWords } from './context.js';
import { useKeys } from './keys.js';
import { Said } from './said.js';

type Question = LessonGiven['questions'][number];
type Cell = Question['cells'][number];

interface LessonProps {
  readonly scenario: StudioScenario;
  readonly teaches: LessonGiven;
  /** A cell where an answer can be seen is chosen, to be played. */
  readonly onSee: (cell: Cell) => void;
}

/** What the scenario of the chosen attack teaches: shut until somebody opens it, and so is each hint. */
export function Lesson({ scenario: { id, title }, teaches, onSee }: LessonProps) {
  const words = useWords();
  const { lessonWords } = words;
  const [open, setOpen] = useState(false);
  const [hints, setHints] = useState<Readonly<Record<string, number>>>({});
  const section = useRef<HTMLElement>(null);
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) section.current?.scrollIntoView({ block: 'start' });
  }, [open]);
  useKeys({
    l: () => {
      head.current?.focus({ preventScroll: true });
      setOpen(!open);
    },
  });
  return (
    <section ref={section} class="lesson" aria-labelledby="lesson">
      <h2 id="lesson">
        <button
          ref={head}
          type="button"
          aria-expanded={open}
          aria-controls="lesson-body"
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {words.lesson}
          {words.colon} <Said text={title} />
        </button>
      </h2>
      <div id="lesson-body" hidden={!open}>
        <h3>{lessonWords.notice}</h3>
        <ul class="points">
          {teaches.notice.map((what) => (
            <li key={what}>
              <Said text={what} />
            </li>
          ))}
        </ul>
        {teaches.questions.map((question, place) => (
          <Asked
            key={question.asks}
            question={question}
            place={place}
            scenario={id}
            open={hints[question.asks] ?? 0}
            onOpen={(count) => setHints({ ...hints, [question.asks]: count })}
            onSee={onSee}
          />
        ))}
        <h3>{lessonWords.reading}</h3>
        <ul class="points">
          {teaches.reading.map((work) => (
            <Work key={work.title} work={work} />
          ))}
        </ul>
      </div>
    </section>
  );
}

interface AskedProps {
  readonly question: Question;
  readonly place: number;
  readonly scenario: string;
  /** How many hints are open. */
  readonly open: number;
  readonly onOpen: (count: number) => void;
  readonly onSee: (cell: Cell) => void;
}

/** A question, where to look for its answer, and one hint more at each press; the last press shuts them again. */
function Asked({ question: { asks, hints, cells }, place, scenario, open, onOpen, onSee }: AskedProps) {
  const words = useWords();
  const { lessonWords } = words;
  const head = `lesson-question-${place}`;
  const list = `lesson-hints-${place}`;
  const all = open >= hints.length;
  const name = (attack: string): string =>
    scenarioOf(attack) === scenario ? attack.slice(scenario.length + 1) : attack;
  return (
    <>
      <h3 id={head}>{lessonWords.question(`${place + 1}`, lessonWords.steps[place] ?? '')}</h3>
      <p>
        <Said text={asks} />
      </p>
      <p class="see">
        {lessonWords.seeIt}
        {words.colon}{' '}
        {cells.map((cell) => (
          <button key={`${cell.attack} ${cell.defense}`} type="button" onClick={() => onSee(cell)}>
            {visible(lessonWords.against(name(cell.attack), cell.defense))}
          </button>
        ))}
      </p>
      <div id={list} class="hints" aria-live="polite">
        {hints.slice(0, open).map((hint, n) => (
          <p key={hint}>
            <b>
              {lessonWords.hint(`${n + 1}`, `${hints.length}`)}
              {words.colon}
            </b>{' '}
            <Said text={hint} />
          </p>
        ))}
      </div>
      <button
        type="button"
        class="hint"
        aria-expanded={open > 0}
        aria-controls={list}
        aria-describedby={head}
        onClick={() => onOpen(all ? 0 : open + 1)}
      >
        {all ? words.shutHints : words.nextHint(open + 1, hints.length)}
      </button>
    </>
  );
}

/** The address is to be read and copied: the page itself leads nowhere. */
function Work({ work: { title, address } }: { readonly work: Reading }) {
  return (
    <li>
      <span lang="en">{visible(title)}</span>
      {address !== undefined && <code class="address">{visible(address)}</code>}
    </li>
  );
}
