import type { Cell } from '../laboratory/cell.js';
import { blotted, traceLines as linesOf } from '../report/trace-lines.js';

/**
 * The decisive fights as NDJSON, one event a line. Keys are no part of a trace; a secret that the adversary did not
 * guess is blotted out, character for character, unless it is asked for.
 */
export const traceLines = (cells: readonly Cell[], withSecrets: boolean): string =>
  cells
    .map(({ result: { attack, defense }, decisive }) => {
      if (!decisive) return '';
      const { tactic, trace } = decisive;
      return linesOf({ attack, defense, tactic: tactic.id }, withSecrets ? trace : blotted(trace));
    })
    .join('');
