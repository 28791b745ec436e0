/** What a worker answers is read as untrusted data: a plugin runs in its thread. */
import * as v from 'valibot';
import type { AttackFacts } from '../model/attack.js';
import type { Stack } from '../model/stack.js';
import { COUNTERS, type Event, type EventOf } from '../model/trace.js';
import { VERDICTS } from '../model/verdict.js';
import type { Cell } from './cell.js';
import type { HonestResult } from './honest.js';
import type { Answer } from './worker-job.js';

const text = v.string();
const slot = { author: text, room: text, slot: v.number() };
const code = text;

/** What each kind of event holds beside its id, its witness and its moment; the type knows when the model grows. */
const EVENTS = {
  admitted: { room: text },
  join: { room: text },
  leave: { room: text },
  'turned-away': { room: text, code },
  unsaid: { room: text, code },
  send: { ...slot, text, secret: v.exactOptional(text) },
  accept: { ...slot, text, frame: text, marked: v.exactOptional(v.boolean()) },
  password: { text },
  'frame-out': { bytes: text },
  'frame-in': { bytes: text, from: v.exactOptional(text) },
  'tls-in': { bytes: text },
  forward: {
    to: text,
    from: text,
    decision: v.picklist(['forward', 'drop', 'delay', 'replace', 'inject']),
    before: text,
    bytes: v.nullable(text),
  },
  log: { line: text },
  reject: { code, frame: text, why: v.exactOptional(text) },
  alarm: { ...slot, code },
  act: { code, whom: v.exactOptional(v.array(text)) },
  crash: { what: text },
  did: { what: text },
  inject: { to: text, bytes: text },
  held: { source: text, bytes: text },
  guess: { text },
  detonation: { place: text, executed: v.boolean(), why: text, frame: text },
  gauge: { counter: v.picklist(COUNTERS), value: v.number() },
  fault: { what: text },
} satisfies { [K in Event['kind']]: Record<Exclude<keyof EventOf<K>, Common>, v.GenericSchema> };
type Common = 'kind' | 'id' | 'who' | 'at';

const kinds = Object.entries(EVENTS).map(([kind, fields]) =>
  v.object({ kind: v.literal(kind), id: text, who: text, at: v.number(), ...fields }),
);
const trace = v.array(v.variant('kind', kinds)) as v.GenericSchema<unknown, Event[]>;

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

const honest = v.object({
  ran: v.boolean(),
  control: v.object({ outcome: v.picklist(['passed', 'failed']), because: text }),
  deliveries: v.object({ refused: v.number(), of: v.number() }),
  bytesAMessage: v.number(),
}) satisfies v.GenericSchema<HonestResult>;

/** The cell of an answer. The attack and the defense are those that were asked, whatever it says. Throws where it is no cell. */
export function readCell(answer: Answer, attack: AttackFacts, stack: Stack): Cell {
  const { result, decisive } = checked(cell, 'cell' in answer ? answer.cell : null);
  return { result: { attack: attack.id, defense: stack.id, ...result, stoppedBy: null }, decisive };
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
    stoppedBy: null,
    ms: Math.round(ms),
  };
  return { result, decisive: null };
}

/** What an honest run came to, of an answer. Throws where it is none. */
export function readHonest(answer: Answer): HonestResult {
  return checked(honest, 'honest' in answer ? answer.honest : null);
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
