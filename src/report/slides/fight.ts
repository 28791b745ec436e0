import { VERDICTS } from '../../model/verdict.js';
import type { FoughtCell } from '../chapter.js';
import { glyphsFor } from '../glyphs.js';
import { clip } from '../look.js';
import { markup } from '../markup.js';
import { redaction } from '../redaction.js';
import { type Scene, type SceneStep, sceneOf } from '../scene.js';
import { piecesOf, type SvgOptions, svgOf } from '../svg.js';
import type { Texts } from '../texts/index.js';
import { LETTERS, SLIDE, type Slide, spoken } from './slide.js';

const GLYPH = glyphsFor({ unicode: true }).verdict;
/** Letters of a label, and of the referee's sentence, that a slide can bear. */
const LABEL = 220;
const SENTENCE = 330;

/** One trial step by step: what led to it, the question, what came of it, the verdict. */
export function fightSlides({ result, decisive }: FoughtCell, question: string, texts: Texts): Slide[] {
  if (!decisive) return [];
  const { deck } = texts;
  const title = deck.diagram(result.attack, result.defense);
  const scene = legible(sceneOf(decisive.trace, { result, tactic: decisive.tactic }, texts));
  const [prelude, outcome] = parted(scene);
  const hide = redaction(decisive.trace, '•');
  return [
    ...diagramSlides(title, prelude, deck.notes.diagram, texts),
    predictSlide(question, title, texts),
    ...outcomeSlides(title, prelude, outcome, texts),
    {
      kind: 'verdict',
      title: deck.verdict,
      content: markup`<p class="verdict ${result.verdict}"><b aria-hidden="true">${GLYPH[result.verdict]}</b> ${texts.verdict[result.verdict]}</p>
<p>${deck.came(title, texts.means[result.verdict])}</p>
<p>${spoken(clip(hide(result.because), SENTENCE, '…'), true, texts)}</p>
${result.code === null ? null : markup`<p>${deck.check(result.code, result.part ?? '')}</p>`}`,
      notes: deck.notes.verdict,
    },
  ];
}

/** Without the verdict, and no label longer than a slide bears. */
const legible = (scene: Scene): Scene => ({
  ...scene,
  steps: scene.steps
    .filter(({ tone }) => tone !== 'verdict')
    .map((step): SceneStep => ({ ...step, label: clip(step.label, LABEL, '…') })),
});

/** What leads up to the outcome, and the outcome: all from the first reaction to what the adversary did. */
function parted(scene: Scene): readonly [Scene, Scene] {
  const deed = scene.steps.findIndex((step) => step.tone === 'adversary' && step.event !== null);
  const reaction = scene.steps.findIndex(
    ({ tone }, place) => place > Math.max(0, deed) && (tone === 'check' || tone === 'shown'),
  );
  const cut = reaction < 0 ? scene.steps.length : reaction;
  return [
    { ...scene, steps: scene.steps.slice(0, cut) },
    { ...scene, steps: scene.steps.slice(cut) },
  ];
}

const OPTIONS: Pick<SvgOptions, 'width' | 'font'> = { width: SLIDE.inner, font: LETTERS.least };

/** Step by step, on as many slides as it takes. */
function diagramSlides(title: string, scene: Scene, notes: string, { deck }: Texts): Slide[] {
  if (scene.steps.length === 0) return [];
  const options: SvgOptions = { ...OPTIONS, title, stepClass: (place) => (place === 0 ? '' : 'fragment') };
  const pieces = piecesOf(scene, options, SLIDE.room);
  return pieces.map((piece, n) => ({
    kind: 'diagram',
    title: pieces.length > 1 ? `${title} ${deck.part(`${n + 1}`, `${pieces.length}`)}` : title,
    content: svgOf(piece, options),
    notes,
  }));
}

/** What came of it, under as much of what led to it as the slide holds. */
function outcomeSlides(title: string, prelude: Scene, outcome: Scene, texts: Texts): Slide[] {
  const { notes } = texts.deck;
  if (outcome.steps.length === 0) return [];
  const options = { ...OPTIONS, title };
  const whole = prelude.steps
    .map((_, from) => ({
      from,
      scene: { ...prelude, steps: [...prelude.steps.slice(from), ...outcome.steps] },
    }))
    .find(({ scene }) => piecesOf(scene, options, SLIDE.room).length === 1);
  if (!whole) return diagramSlides(title, outcome, notes.verdict, texts);
  const known = prelude.steps.length - whole.from;
  const stepClass = (place: number): string => (place < known ? '' : 'fragment');
  return [
    { kind: 'diagram', title, content: svgOf(whole.scene, { ...options, stepClass }), notes: notes.verdict },
  ];
}

/** The answers that a trial which was fought can have. */
const ANSWERS = VERDICTS.filter((verdict) => ['breached', 'detected', 'defeated'].includes(verdict));

const predictSlide = (question: string, trial: string, { deck, verdict, means }: Texts): Slide => ({
  kind: 'predict',
  title: question,
  content: markup`<p>${trial}</p><ul class="answers">${ANSWERS.map(
    (answer) =>
      markup`<li class="fragment ${answer}"><b><span aria-hidden="true">${GLYPH[answer]}</span> ${verdict[answer]}</b> ${means[answer]}</li>`,
  )}</ul>`,
  notes: deck.notes.predict,
});
