import type { Event, Trace } from '../model/trace.js';
import { redaction } from './redaction.js';

/** The same trace with what nobody guessed blotted out, character for character. */
export function blotted(trace: Trace): Trace {
  const blot = redaction(trace, '*');
  return trace.map(
    (event) =>
      Object.fromEntries(
        Object.entries(event).map(([key, value]) => [key, typeof value === 'string' ? blot(value) : value]),
      ) as unknown as Event,
  );
}

/** A trace as NDJSON, one event a line, each with the cell that it is of. */
export const traceLines = (
  cell: { readonly attack: string; readonly defense: string; readonly tactic: string },
  trace: Trace,
): string => trace.map((event) => `${JSON.stringify({ ...cell, ...event })}\n`).join('');
