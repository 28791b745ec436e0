import type { AttackFacts } from '../../model/attack.js';
import { factOf } from '../../model/code.js';
import type { ControlResult } from '../../model/results.js';
import type { Trace } from '../../model/trace.js';
import type { Verdict } from '../../model/verdict.js';
import type { FoughtCell } from '../chapter.js';
import { type Deed, deedOf } from '../deed.js';
import { type Stretch, stretches } from '../difference.js';
import { focus } from '../focus.js';
import { clip } from '../look.js';
import { ADVERSARY } from '../provenance.js';
import { redaction } from '../redaction.js';
import type { Fought } from '../report.js';
import { type Scene, type SceneStep, sceneOf } from '../scene.js';
import { sentenceOf } from '../sentence.js';
import type { Texts } from '../texts/index.js';

/** What the page needs to open a trial: JSON, embedded in it. */
export interface PageData {
  readonly lang: string;
  readonly dataLang: string;
  readonly texts: PageTexts;
  readonly trials: readonly TrialData[];
}

export interface TrialData {
  readonly attack: string;
  readonly defense: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly because: string;
  readonly check: { readonly code: string; readonly part: string; readonly means: string } | null;
  readonly tactic: { readonly id: string; readonly does: string } | null;
  readonly evidence: readonly string[];
  readonly story: readonly StoryStep[];
  readonly scene: Scene | null;
  readonly moreBytes: number;
  readonly controls: readonly Pick<ControlResult, 'kind' | 'against' | 'outcome' | 'because'>[];
  readonly sources: readonly string[];
}

export interface StoryStep {
  readonly who: string;
  readonly sentence: string;
  readonly event: string;
  readonly bytes?: Bytes;
}

/** The bytes of a deed: as they were, made from nothing honest, or changed. */
export type Bytes =
  | { readonly kind: 'same'; readonly length: number }
  | { readonly kind: 'own'; readonly text: string }
  | { readonly kind: 'changed'; readonly stretches: readonly Stretch[] };

/** The texts that the page's script says; sentences are patterns with {places} in them. */
export type PageTexts = ReturnType<typeof pageTexts>;

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

function trialData(
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
    check: code === null ? null : { code, part: part ?? factOf(code).part, means: factOf(code).means },
    tactic: decisive ? { id: decisive.tactic.id, does: decisive.tactic.does } : null,
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
    const sentence = sentenceOf(event, trace, texts.quotes, texts);
    if (sentence === null) return [];
    const hers = event.kind === 'did' || event.kind === 'guess' || event.kind === 'held';
    const deed = deedOf(event, trace);
    return {
      who: hide(name(hers ? ADVERSARY : event.who)),
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

function pageTexts({ report, verdict, means }: Texts) {
  return {
    verdict,
    means,
    all: report.all,
    shown: report.shown('{rows}', '{cells}'),
    trial: report.trial('{attack}', '{defense}'),
    story: report.story,
    noFight: report.noFight,
    diagram: report.diagram,
    diagramOf: report.diagramOf('{attack}', '{defense}'),
    bytes: report.bytes,
    before: report.before,
    after: report.after,
    hidden: report.hidden,
    same: report.same('{length}'),
    own: report.own,
    moreBytes: report.moreBytes('{count}'),
    check: report.check,
    noCheck: report.noCheck,
    fired: report.fired('{code}', '{part}'),
    controls: report.controls,
    benign: report.benign,
    positive: report.positive('{against}'),
    passed: report.passed,
    failed: report.failed,
    noControl: report.noControl,
    verdictTitle: report.verdictTitle,
    evidence: report.evidence('{ids}'),
    sources: report.sources,
    copyLink: report.copyLink,
    saveSvg: report.saveSvg,
  };
}
