import type { Matrix, TrialResult } from '../model/results.js';
import { shortName } from './grid.js';
import { type Look, wrap } from './look.js';
import { markdown, markdownCode, terminal } from './sanitize.js';
import type { Texts } from './texts/index.js';

/** A breached or detected cell, and the single parts that were seen to turn it. */
interface Remedy {
  readonly trial: TrialResult;
  readonly parts: readonly string[];
}

const remediesOf = ({ trials }: Matrix): Remedy[] =>
  trials.flatMap((trial) => (trial.stoppedBy === null ? [] : [{ trial, parts: trial.stoppedBy }]));

/** By defense, one line a cell; nothing where nobody asked. */
export function remedyLines(matrix: Matrix, look: Look): string[] {
  const remedies = remediesOf(matrix);
  if (remedies.length === 0) return [];
  const { WORDS } = look.texts;
  const safe = (text: string): string => terminal(text, look);
  const lines = matrix.defenses.flatMap(({ id }) => {
    const own = remedies.filter(({ trial }) => trial.defense === id);
    const title = own.length === 0 ? [] : [`  ${safe(WORDS.beside(id))}`];
    return [
      ...title,
      ...own.map((remedy) => wrap(safe(told(remedy, matrix, look.texts)), look.width, '    ', '      ')),
    ];
  });
  return [[wrap(WORDS.remedies, look.width), ...lines].join('\n')];
}

function told({ trial, parts }: Remedy, { attacks }: Matrix, { WORDS }: Texts): string {
  const attack = attacks.find(({ id }) => id === trial.attack);
  return WORDS.remedy(attack ? shortName(attack) : trial.attack, parts);
}

/** The same as a list in Markdown. */
export function markdownRemedies(matrix: Matrix, { WORDS }: Texts): string {
  const items = remediesOf(matrix).map(
    ({ trial, parts }) =>
      `- ${markdown(WORDS.cellBecause(trial.attack, trial.defense, parts.length === 0 ? WORDS.noRemedy : ''))}${parts.map(markdownCode).join(', ')}`,
  );
  return items.length === 0 ? '' : [markdown(WORDS.remedies), '', ...items].join('\n');
}
