import type { AttackFacts } from '../../model/attack.js';
import { factOf } from '../../model/code.js';
import type { ControlResult } from '../../model/results.js';
import { MALLORY, type Trace } from '../../model/trace.js';
import { stretches } from '../alignment.js';
import type { FoughtCell } from '../chapter.js';
import { type Deed, deedOf } from '../deed.js';
import { focus } from '../focus.js';
import { clip } from '../look.js';
import { redaction } from '../redaction.js';
import type { Fought } from '../report.js';
import { type Scene, type SceneStep, sceneOf } from '../scene.js';
import { sentenceOf } from '../sentence.js';
import type { Texts } from '../texts/index.js';
import type { Bytes, PageData, StoryStep, TrialData } from './page.js';
import { pageTexts } from './page-texts.js';

/** Characters of a frame that are shown, and frames that are shown of one trial. */
const FRAME = 320;
const FRAMES = 3;
/** Characters of any other text. */
const TEXT = 600;

export function pageData(
  { matrix, cells }: Fought,
  attacks: readonly Pick<AttackFacts, 'id' | 'sources'>[],
  texts: Texts,
): PageData {
  const title = new Map(matrix.attacks.map((attack) => [attack.id, attack.title]));
  const sources = new Map(attacks.map((attack) => [attack.id, attack.sources]));
  const controls = (id: string): ControlResult[] => matrix.controls.filter(({ of }) => of === id);
  return {
    lang: texts.lang,
    dataLang: texts.dataLang,
    texts: pageTexts(texts),
    trials: cells.map((cell) => {
      const { attack, defense } = cell.result;
      return {
        ...trialData(cell, texts),
        title: title.get(attack) ?? '',
        sources: sources.get(attack) ?? [],
        controls: [...controls(attack), ...controls(defense)].map(({ kind, against, outcome, because }) => ({
          kind,
          outcome,
          because,
          ...(against === undefined ? {} : { against }),
        })),
      };
    }),
  };
}

/** What a reader is told of one trial; sentences are translated already. */
export function trialData(
  { result, decisive }: FoughtCell,
  texts: Texts,
): Omit<TrialData, 'title' | 'sources' | 'controls'> {
  const { attack, defense, verdict, because, code, part, evidence } = result;
  const story = decisive ? storyOf(decisive.trace, evidence, texts) : [];
  const withBytes = story.filter(({ bytes }) => bytes);
  const shown = new Set(withBytes.slice(0, FRAMES));
  return {
    attack,
    defense,
    verdict,
    because: clip(decisive ? redaction(decisive.trace, '•')(because) : because, TEXT, '…'),
    check: code === null ? null : { code, part: part ?? factOf(code).part, means: texts.TELL.means(code) },
    tactic: decisive ? { id: decisive.tactic.id, does: decisive.tactic.does } : null,
    remedy:
      result.stoppedBy === null
        ? null
        : texts.TELL.stoppedBy(defense, result.stoppedBy, verdict === 'detected'),
    evidence,
    story: story.map((step) => (shown.has(step) ? step : withoutBytes(step))),
    moreBytes: withBytes.length - shown.size,
    scene: decisive ? sparse(sceneOf(decisive.trace, { result, tactic: decisive.tactic }, texts)) : null,
  };
}

const withoutBytes = ({ who, sentence, event }: StoryStep): StoryStep => ({ who, sentence, event });

function storyOf(trace: Trace, evidence: readonly string[], texts: Texts): StoryStep[] {
  const hide = redaction(trace, '•');
  const name = texts.TELL.name;
  return focus(trace, evidence).flatMap((event) => {
    const sentence = sentenceOf(event, trace, texts);
    if (sentence === null) return [];
    const hers = event.kind === 'did' || event.kind === 'guess' || event.kind === 'held';
    const deed = deedOf(event, trace);
    return {
      who: hide(name(hers ? MALLORY : event.who)),
      sentence: clip(hide(sentence), TEXT, '…'),
      event: event.id,
      ...(deed ? { bytes: bytesOf(deed, hide) } : {}),
    };
  });
}

function bytesOf({ before, after }: Deed, hide: (text: string) => string): Bytes {
  if (before === undefined) return { kind: 'own', text: clip(hide(after), FRAME, '…') };
  if (before === after) return { kind: 'same', length: after.length };
  return { kind: 'changed', stretches: stretches(hide(before), hide(after), FRAME, '…') };
}

/** The diagram's labels, cut; the bytes stand in the story. */
const sparse = (scene: Scene): Scene => ({ ...scene, steps: scene.steps.map(sparseStep) });

function sparseStep(step: SceneStep): SceneStep {
  const label = clip(step.label, TEXT / 3, '…');
  if (step.kind === 'note') return { ...step, label };
  const { deed: _, ...rest } = step;
  return { ...rest, label };
}
