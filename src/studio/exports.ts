import type { Cell } from '../laboratory/cell.js';
import type { StudioExport } from '../model/studio.js';
import { sequenceDiagram } from '../report/mermaid.js';
import { TEXTS } from '../report/texts/index.js';
import { blotted, traceLines } from '../report/trace-lines.js';

type Fought = Cell & { readonly decisive: NonNullable<Cell['decisive']> };

/** One line here is one more button on the page. */
const FORMATS: readonly (Omit<StudioExport, 'text'> & { readonly render: (cell: Fought) => string })[] = [
  {
    extension: 'ndjson',
    mediaType: 'application/x-ndjson',
    render: ({ result: { attack, defense }, decisive: { tactic, trace } }) =>
      traceLines({ attack, defense, tactic: tactic.id }, blotted(trace)),
  },
  {
    extension: 'mmd',
    mediaType: 'text/plain',
    render: ({ result, decisive: { tactic, trace } }) =>
      `${sequenceDiagram(trace, { result, tactic }, TEXTS.en)}\n`,
  },
];

/** A fought cell in every form that can be taken away; secrets that nobody guessed are hidden in all of them. */
export const exportsOf = (cell: Cell): StudioExport[] =>
  cell.decisive === null
    ? []
    : FORMATS.map(({ render, ...format }) => ({ ...format, text: render(cell as Fought) }));
