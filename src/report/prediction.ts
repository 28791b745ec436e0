import { factOf } from '../model/code.js';
import type { PredictedCell, Prediction } from '../model/prediction.js';
import type { Verdict } from '../model/verdict.js';
import { glyphsFor, inVerdictColour, styled } from './glyphs.js';
import { toJson } from './json.js';
import { type Look, wrap } from './look.js';
import { markdown, terminal } from './sanitize.js';
import type { StoryFormat } from './story-format.js';
import type { Texts } from './texts/index.js';

/** How many predictions came true, and of each that did not what it came to and why; the text ends with a line break. */
export function renderPrediction(prediction: Prediction, format: StoryFormat, look: Look): string {
  if (format === 'json') return toJson({ ...prediction, right: scoreOf(prediction).right });
  return format === 'markdown' ? asMarkdown(prediction, look) : asText(prediction, look);
}

interface Score {
  readonly right: number;
  readonly missed: readonly PredictedCell[];
  readonly unproved: readonly PredictedCell[];
}

function scoreOf({ cells }: Prediction): Score {
  const unproved = cells.filter(({ verdict }) => verdict === 'inconclusive');
  return {
    right: cells.filter(({ right }) => right).length,
    missed: cells.filter((cell) => !cell.right && !unproved.includes(cell)),
    unproved,
  };
}

/** The lines above the misses. */
function summary(all: Prediction, { prediction }: Texts): string[] {
  const { right, unproved } = scoreOf(all);
  return [
    prediction.score(right, all.cells.length),
    ...(unproved.length > 0 ? [prediction.unproved(unproved.length)] : []),
    ...(all.empty.length > 0 ? [prediction.empty(all.empty.length)] : []),
  ];
}

/** What was said, what it came to, and why: each a head and a text. */
function reasons(cell: PredictedCell, look: Look): [string, string][] {
  const { prediction, TELL, said } = look.texts;
  const { predicted, verdict, because, tactic, does, code, part, stoppedBy, defense } = cell;
  return [
    [prediction.predicted, wordFor(predicted, look)],
    [prediction.came, prediction.told(wordFor(verdict, look), said(because))],
    ...(tactic === null
      ? []
      : [[TELL.tactic, does === null ? tactic : TELL.plays(tactic, said(does))] as [string, string]]),
    ...(code === null
      ? []
      : [[TELL.check, TELL.fired(code, part ?? factOf(code).part, TELL.means(code))] as [string, string]]),
    ...(stoppedBy === null
      ? []
      : [[TELL.remedy, TELL.stoppedBy(defense, stoppedBy, verdict === 'detected')] as [string, string]]),
  ];
}

const wordFor = (verdict: Verdict, look: Look): string =>
  `${glyphsFor(look).verdict[verdict]} ${look.texts.verdict[verdict]}`;

/** Columns for the heads of the reasons. */
const HEAD = 12;

function asText(all: Prediction, look: Look): string {
  const { prediction } = look.texts;
  const safe = (text: string): string => terminal(text, look);
  const { missed, unproved } = scoreOf(all);
  const told = [...missed, ...unproved].map((cell) =>
    [
      inVerdictColour(cell.verdict, wrap(safe(prediction.cell(cell.attack, cell.defense)), look.width), look),
      ...reasons(cell, look).map(([head, text]) =>
        wrap(safe(text), look.width, `  ${safe(head)}`.padEnd(HEAD), ' '.repeat(HEAD)),
      ),
    ].join('\n'),
  );
  const title = told.length > 0 ? [styled(safe(prediction.misses), ['bold'], look)] : [];
  const lines = summary(all, look.texts).map((line) => wrap(safe(line), look.width));
  return `${[lines.join('\n'), ...title, ...told].join('\n\n')}\n`;
}

function asMarkdown(all: Prediction, look: Look): string {
  const { prediction } = look.texts;
  const { missed, unproved } = scoreOf(all);
  const told = [...missed, ...unproved].flatMap((cell) => [
    `### ${markdown(prediction.cell(cell.attack, cell.defense))}`,
    reasons(cell, look)
      .map(([head, text]) => `- ${markdown(prediction.told(head, text))}`)
      .join('\n'),
  ]);
  const title = told.length > 0 ? [`## ${markdown(prediction.misses)}`] : [];
  return `${[summary(all, look.texts).map(markdown).join(' '), ...title, ...told].join('\n\n')}\n`;
}
