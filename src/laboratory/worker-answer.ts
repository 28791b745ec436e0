/** What a worker answers is read as untrusted data: a plugin runs in its thread. */
import * as v from 'valibot';
import type { AttackFacts } from '../model/attack.js';
import type { Code } from '../model/code.js';
import type { Stack } from '../model/stack.js';
import { COUNTERS, type Trace } from '../model/trace.js';
import { VERDICTS } from '../model/verdict.js';
import type { Cell } from './cell.js';
import type { Answer } from './worker-job.js';

const text = v.string();
const code = v.custom<Code>((value) => typeof value === 'string', 'it is no code');
const common = { id: text, who: text, at: v.number() };
const slot = { author: text, room: text, slot: v.number() };

const event = v.variant('kind', [
  v.object({ kind: v.literal('join'), ...common, room: text }),
  v.object({ kind: v.literal('leave'), ...common, room: text }),
  v.object({ kind: v.literal('send'), ...common, ...slot, text, secret: v.exactOptional(text) }),
  v.object({ kind: v.literal('accept'), ...common, ...slot, text, frame: text }),
  v.object({ kind: v.literal('frame-out'), ...common, bytes: text }),
  v.object({ kind: v.literal('frame-in'), ...common, bytes: text, from: v.exactOptional(text) }),
  v.object({
    kind: v.literal('forward'),
    ...common,
    to: text,
    from: text,
    decision: v.picklist(['forward', 'drop', 'delay', 'replace', 'inject']),
    before: text,
    bytes: v.nullable(text),
  }),
  v.object({ kind: v.literal('log'), ...common, line: text }),
  v.object({ kind: v.literal('reject'), ...common, code, frame: text }),
  v.object({ kind: v.literal('alarm'), ...common, ...slot, code }),
  v.object({ kind: v.literal('act'), ...common, code }),
  v.object({ kind: v.literal('crash'), ...common, what: text }),
  v.object({ kind: v.literal('did'), ...common, what: text }),
  v.object({ kind: v.literal('inject'), ...common, to: text, bytes: text }),
  v.object({ kind: v.literal('held'), ...common, source: text, bytes: text }),
  v.object({ kind: v.literal('guess'), ...common, text }),
  v.object({
    kind: v.literal('detonation'),
    ...common,
    place: text,
    executed: v.boolean(),
    why: text,
    frame: text,
  }),
  v.object({ kind: v.literal('turned-away'), ...common, room: text, code: text }),
  v.object({ kind: v.literal('gauge'), ...common, counter: v.picklist(COUNTERS), value: v.number() }),
  v.object({ kind: v.literal('fault'), ...common, what: text }),
]);
const trace = v.array(event);

const ruling = {
  verdict: v.picklist(VERDICTS),
  code: v.nullable(text),
  part: v.nullable(text),
  evidence: v.array(text),
  because: text,
};
const cell = v.object({
  result: v.object({ ...ruling, tactic: v.nullable(text), ms: v.number() }),
  decisive: v.nullable(
    v.object({ tactic: v.object({ id: text, does: text }), trace, ruling: v.object(ruling) }),
  ),
});

/** The cell of an answer. The attack and the defense are those that were asked, whatever it says. Throws where it is no cell. */
export function readCell(answer: Answer, attack: AttackFacts, stack: Stack): Cell {
  const { result, decisive } = checked(cell, 'cell' in answer ? answer.cell : null);
  return { result: { ...result, attack: attack.id, defense: stack.id }, decisive };
}

/** The cell of a job that came to nothing. */
export function failedCell(attack: AttackFacts, stack: Stack, because: string, ms: number): Cell {
  const nothing = { tactic: null, code: null, part: null, evidence: [] };
  const result = {
    attack: attack.id,
    defense: stack.id,
    verdict: 'inconclusive' as const,
    ...nothing,
    because,
    ms: Math.round(ms),
  };
  return { result, decisive: null };
}

/** The trace of an answer. Throws where it is none. */
export function readTrace(answer: Answer): Trace {
  return checked(trace, 'trace' in answer ? answer.trace : null);
}

function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const place = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new Error(
    `what it left in the trace cannot be read: ${place} ${issue.message.replace(/^Invalid type: /, '')}`,
  );
}
