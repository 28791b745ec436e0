import type { Cell } from '../laboratory/cell.js';
import type { StudioExport } from '../model/studio.js';
import { diagramOf } from '../report/diagram.js';
import { renderTrial } from '../report/html/trial.js';
import { sequenceDiagram } from '../report/mermaid.js';
import { LANGS, type Lang, TEXTS, type Texts } from '../report/texts/index.js';
import { blotted, traceLines } from '../report/trace-lines.js';
import { translatedCell } from '../report/translated.js';

/** Of what the trial was fought. */
export interface Origin {
  readonly seed: number;
  readonly version: string;
}

type Form = Omit<StudioExport, 'text' | 'lang'> & {
  readonly render: (cell: Cell, texts: Texts, origin: Origin) => string | null;
};

/** For a program: in no language. */
const TRACE: Form = {
  extension: 'ndjson',
  mediaType: 'application/x-ndjson',
  render: ({ result: { attack, defense }, decisive }) =>
    decisive && traceLines({ attack, defense, tactic: decisive.tactic.id }, blotted(decisive.trace)),
};

/** For people, in each language. One entry here is one more button on the page. */
const FORMS: readonly Form[] = [
  {
    extension: 'html',
    mediaType: 'text/html;charset=utf-8',
    render: (cell, texts, { seed, version }) => renderTrial(cell, seed, version, texts),
  },
  { extension: 'svg', mediaType: 'image/svg+xml', render: diagramOf },
  {
    extension: 'mmd',
    mediaType: 'text/plain;charset=utf-8',
    render: (cell, texts) => {
      const { result, decisive } = translatedCell(cell, texts);
      return decisive && `${sequenceDiagram(decisive.trace, { result, tactic: decisive.tactic }, texts)}\n`;
    },
  },
];

/** A fought cell in every form that can be taken away; secrets that nobody guessed are hidden in all of them. */
export function exportsOf(cell: Cell, origin: Origin): StudioExport[] {
  const written = ({ render, ...form }: Form, lang: Lang | null): StudioExport[] => {
    const text = render(cell, TEXTS[lang ?? 'en'], origin);
    return text === null ? [] : [{ ...form, lang, text }];
  };
  return [...LANGS.flatMap((lang) => FORMS.flatMap((form) => written(form, lang))), ...written(TRACE, null)];
}
