import type { Cell } from '../laboratory/cell.js';
import type { Event } from '../model/trace.js';
import { redaction } from '../report/redaction.js';

/**
 * The decisive fights as NDJSON, one event a line. Keys are no part of a trace; a secret that the adversary did not
 * guess is blotted out, character for character, unless it is asked for.
 */
export const traceLines = (cells: readonly Cell[], withSecrets: boolean): string =>
  cells
    .flatMap((cell) => linesOf(cell, withSecrets))
    .map((line) => `${line}\n`)
    .join('');

function linesOf({ result: { attack, defense }, decisive }: Cell, withSecrets: boolean): string[] {
  if (!decisive) return [];
  const { tactic, trace } = decisive;
  const blot = withSecrets ? (text: string): string => text : redaction(trace, '*');
  return trace.map((event) =>
    JSON.stringify({ attack, defense, tactic: tactic.id, ...blotted(event, blot) }),
  );
}

const blotted = (event: Event, blot: (text: string) => string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(event).map(([key, value]) => [key, typeof value === 'string' ? blot(value) : value]),
  );
