import type { Ablation, Advice, Matrix } from '../model/results.js';
import { STEERING } from './sanitize.js';

/** The matrix as it is; `schema/matrix.v1.json` describes it. JSON's own escapes keep what steers a terminal from one. */
export const renderJson = (matrix: Matrix): string => written(matrix);

export const renderAblation = (ablation: Ablation): string => written(ablation);

export const renderAdvice = (advice: Advice): string => written(advice);

const written = (document: unknown): string =>
  `${JSON.stringify(document, null, 2).replace(STEERING, (character) => (character === '\n' ? character : escaped(character)))}\n`;

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
