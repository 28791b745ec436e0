import type { LabResult, Stopper } from '../model/labs.js';
import { CLAIM_WORDS } from './claim-words.js';
import { styled } from './glyphs.js';
import { toJson } from './json.js';
import { type Look, wrap } from './look.js';
import { markdown, terminal } from './sanitize.js';

export const LAB_FORMATS = ['table', 'markdown', 'json'] as const;
export type LabFormat = (typeof LAB_FORMATS)[number];

const stopperLine = ({ what, outcome, stopped }: Stopper): string =>
  `${what}: ${CLAIM_WORDS.stopped[`${stopped}`]} (${outcome})`;

function asTable(lab: LabResult, look: Look): string {
  const tell = (text: string, first = '', indent = first): string =>
    wrap(terminal(text, look), look.width, first, indent);
  const item = (text: string): string => tell(text, '  - ', '    ');
  return [
    styled(tell(`${lab.id}: ${lab.title}`), ['bold'], look),
    tell(lab.coursework),
    '',
    ...lab.happened.map(item),
    tell(`${CLAIM_WORDS.outcome[lab.outcome]}.`, '  '),
    ...(lab.stoppers.length > 0 ? ['', CLAIM_WORDS.stops, ...lab.stoppers.map(stopperLine).map(item)] : []),
  ].join('\n');
}

const asMarkdown = (lab: LabResult): string =>
  [
    `## ${markdown(`${lab.id}: ${lab.title}`)}`,
    markdown(lab.coursework),
    lab.happened.map((text) => `- ${markdown(text)}`).join('\n'),
    `**${CLAIM_WORDS.outcome[lab.outcome]}**`,
    ...(lab.stoppers.length > 0
      ? [CLAIM_WORDS.stops, lab.stoppers.map((one) => `- ${markdown(stopperLine(one))}`).join('\n')]
      : []),
  ].join('\n\n');

/** The coursework's programs as they were played; the text ends with a line break. */
export function renderLabs(labs: readonly LabResult[], format: LabFormat, look: Look): string {
  if (format === 'json') return toJson({ labs });
  const told = labs.map((lab) => (format === 'markdown' ? asMarkdown(lab) : asTable(lab, look)));
  return `${told.join('\n\n')}\n`;
}
