import type { ControlResult } from '../../model/results.js';
import type { Verdict } from '../../model/verdict.js';
import type { Stretch } from '../alignment.js';
import type { Scene } from '../scene.js';
import type { PageTexts } from './page-texts.js';

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
  /** A sentence on what would stop it; null where nobody asked. */
  readonly remedy: string | null;
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
