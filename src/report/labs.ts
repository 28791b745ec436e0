import type { LabResult, Stopper } from '../model/labs.js';
import { styled } from './glyphs.js';
import { toJson } from './json.js';
import { type Look, wrap } from './look.js';
import { markdown, terminal } from './sanitize.js';
import type { StoryFormat } from './story-format.js';
import type { Texts } from './texts/index.js';
import { translatedLab } from './translated.js';

const stopperLine = ({ what, outcome, stopped }: Stopper, { CLAIM_WORDS }: Texts): string =>
  CLAIM_WORDS.told(what, `${CLAIM_WORDS.stopped[`${stopped}`]} (${outcome})`);

function asTable(lab: LabResult, look: Look): string {
  const tell = (text: string, first = '', indent = first): string =>
    wrap(terminal(text, look), look.width, first, indent);
  const item = (text: string): string => tell(text, '  - ', '    ');
  const { CLAIM_WORDS } = look.texts;
  return [
    styled(tell(CLAIM_WORDS.told(lab.id, lab.title)), ['bold'], look),
    tell(lab.coursework),
    '',
    ...lab.happened.map(item),
    tell(`${CLAIM_WORDS.outcome[lab.outcome]}.`, '  '),
    ...(lab.stoppers.length > 0
      ? ['', CLAIM_WORDS.stops, ...lab.stoppers.map((one) => item(stopperLine(one, look.texts)))]
      : []),
  ].join('\n');
}

const asMarkdown = (lab: LabResult, texts: Texts): string =>
  [
    `## ${markdown(texts.CLAIM_WORDS.told(lab.id, lab.title))}`,
    markdown(lab.coursework),
    lab.happened.map((text) => `- ${markdown(text)}`).join('\n'),
    `**${texts.CLAIM_WORDS.outcome[lab.outcome]}**`,
    ...(lab.stoppers.length > 0
      ? [
          texts.CLAIM_WORDS.stops,
          lab.stoppers.map((one) => `- ${markdown(stopperLine(one, texts))}`).join('\n'),
        ]
      : []),
  ].join('\n\n');

/** The coursework's programs as they were played; the text ends with a line break. */
export function renderLabs(labs: readonly LabResult[], format: StoryFormat, look: Look): string {
  if (format === 'json') return toJson({ labs });
  const { texts } = look;
  const told = labs
    .map((lab) => translatedLab(lab, texts))
    .map((lab) => (format === 'markdown' ? asMarkdown(lab, texts) : asTable(lab, look)));
  return `${told.join('\n\n')}\n`;
}
