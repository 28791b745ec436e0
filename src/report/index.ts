import type { Matrix } from '../model/results.js';
import { renderCsv } from './csv.js';
import { renderGridSvg } from './grid-svg.js';
import { renderJson } from './json.js';
import { renderLatex } from './latex.js';
import type { Look } from './look.js';
import { renderMarkdown } from './markdown.js';
import { renderTable } from './table.js';
import { translatedMatrix } from './translated.js';

export { markdownAblation, tellAblation } from './ablation.js';
export { markdownAdvice, tellAdvice } from './advice.js';
export { CLAIM_FORMATS, type ClaimFormat, renderClaims } from './claims.js';
export { diagramOf } from './diagram.js';
export { toJson } from './json.js';
export { renderLabs } from './labs.js';
export { renderLesson, type Taught } from './lesson.js';
export { type Look, wrap } from './look.js';
export { sequenceDiagram } from './mermaid.js';
export { renderPrediction } from './prediction.js';
export { type Fought, renderReport } from './report.js';
export { tellScenario } from './scenario.js';
export { emptySheet, type SheetFormat, SIGN_OF } from './sheet.js';
export { type ToldCell, tellCell } from './story.js';
export { STORY_FORMATS, type StoryFormat } from './story-format.js';

/** Every reporter is a function from the one matrix to a string; only the command line writes. */
const REPORTERS = {
  table: renderTable,
  markdown: renderMarkdown,
  csv: renderCsv,
  json: renderJson,
  latex: renderLatex,
  svg: renderGridSvg,
} as const satisfies Record<string, (matrix: Matrix, look: Look) => string>;

export type Format = keyof typeof REPORTERS;
export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

/** Renders the matrix; the text ends with a line break. */
export const renderMatrix = (matrix: Matrix, format: Format, look: Look): string =>
  REPORTERS[format](isForPeople(format) ? translatedMatrix(matrix, look.texts) : matrix, look);

/** CSV and JSON are for programs: their words stay as they are, whatever language is spoken. */
const isForPeople = (format: Format): boolean => format !== 'csv' && format !== 'json';
