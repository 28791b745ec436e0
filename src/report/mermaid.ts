import type { Trace } from '../model/trace.js';
import { wrap } from './look.js';
import { mermaid } from './sanitize.js';
import { type SceneOptions, type SceneStep, type SceneTexts, sceneOf } from './scene.js';

/** Columns after which a label breaks. */
const LABEL = 44;

/** One real trace as a Mermaid sequence diagram: the send in question, the adversary's deed, what came of it. */
export function sequenceDiagram(trace: Trace, options: SceneOptions, texts: SceneTexts): string {
  const { cast, steps } = sceneOf(trace, options, texts);
  const lines = [
    ...cast.map(({ name }, place) => `participant P${place + 1} as ${labelled(name)}`),
    ...steps.map((step) => lineOf(step, cast.length)),
  ];
  return ['sequenceDiagram', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** Sanitised, and broken into lines by a tag of our own. */
const labelled = (text: string): string => wrap(text, LABEL).split('\n').map(mermaid).join('<br/>') || ' ';

function lineOf(step: SceneStep, actors: number): string {
  const label = labelled(step.label);
  if (step.kind === 'note') return `Note over ${over(step.over, actors)}: ${label}`;
  return `P${step.from + 1}${step.kind === 'lost' ? '--x' : '->>'}P${step.to + 1}: ${label}`;
}

const over = (place: number | 'all', actors: number): string =>
  place !== 'all' ? `P${place + 1}` : actors > 1 ? `P1,P${actors}` : 'P1';
