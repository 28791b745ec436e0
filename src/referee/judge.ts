import type { AttackFacts } from '../model/attack.js';
import { factOf } from '../model/code.js';
import { KIND_OF, type Kind } from '../model/property.js';
import { type Event, type EventOf, eventsOf, type Trace } from '../model/trace.js';
import type { Ruling } from '../model/verdict.js';
import { honest, PROPERTY, type Violation } from './properties.js';

/** A part under test: its own id, and the id of the part whose codes it uses. */
export interface Tested {
  readonly id: string;
  readonly insteadOf?: string;
  /** Whether the part seals bodies; a stack with such a part also has the suite tag. */
  readonly seals: boolean;
}

/**
 * Rules on one trace. A pure function: the attack never reports its own success and a defense never its own.
 * `facts` says which property was attacked, `tested` which parts stood against it.
 */
export function judge(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const fault = trace.find(
    (event): event is EventOf<'fault'> | EventOf<'crash'> => event.kind === 'fault' || event.kind === 'crash',
  );
  if (fault) return inconclusive(fault.what, [fault.id]);
  const violation = PROPERTY[facts.property](trace);
  if (violation) return violated(facts, tested, trace, violation);
  return DEFEAT[KIND_OF[facts.property]](facts, tested, trace);
}

function violated(
  facts: AttackFacts,
  tested: readonly Tested[],
  trace: Trace,
  { evidence, about, because }: Violation,
): Ruling {
  const alarm = eventsOf(trace, 'alarm').find(
    (event) =>
      honest(trace).has(event.who) &&
      facts.alarms.includes(event.code) &&
      about.some(
        (what) => what.author === event.author && what.room === event.room && what.slot === event.slot,
      ),
  );
  if (!alarm) return { verdict: 'breached', code: null, part: null, evidence, because };
  const part = partOf(alarm.code, tested);
  return {
    verdict: 'detected',
    code: alarm.code,
    part,
    evidence: [...evidence, alarm.id],
    because: `${because}; ${alarm.who} raised the alarm: ${factOf(alarm.code).means}`,
  };
}

type Defeat = (facts: AttackFacts, tested: readonly Tested[], trace: Trace) => Ruling;

/** What `defeated` takes, by kind of attack; anything less is inconclusive. */
const DEFEAT: Readonly<Record<Kind, Defeat>> = { content, replay, secrecy, order };

function content(_: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const sent = new Set(honestFrames(trace).map(contentOf));
  const refusal = refusals(trace, tested).find(({ frame }) => !sent.has(contentOf(frame.bytes)));
  return refusal
    ? defeated(refusal, tested)
    : notDefeated(trace, 'no part under test refused an altered artefact');
}

function replay(_: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const shown = new Set(eventsOf(trace, 'accept').map((accept) => accept.frame));
  const seen = eventsOf(trace, 'frame-in').filter((frame) => shown.has(frame.id));
  const refusal = refusals(trace, tested).find(({ frame, reject }) =>
    seen.some(
      (earlier) =>
        earlier.who === reject.who &&
        earlier.id !== frame.id &&
        bodyOf(earlier.bytes) === bodyOf(frame.bytes),
    ),
  );
  return refusal
    ? defeated(refusal, tested)
    : notDefeated(trace, 'no part under test refused a further delivery of a shown message');
}

function secrecy(facts: AttackFacts, _: readonly Tested[], trace: Trace): Ruling {
  const guess = eventsOf(trace, 'guess').at(-1);
  if (!guess) return notDefeated(trace, 'the adversary never guessed');
  const material = materialOf(facts, trace);
  if (!material) return notDefeated(trace, 'the adversary never held the message that carries the secret');
  const evidence = [material.id, guess.id];
  const because = 'the adversary held the message and its best guess of the secret is wrong';
  return { verdict: 'defeated', code: null, part: null, evidence, because };
}

function order(_: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const deed = trace.findIndex(isDeed);
  if (deed < 0) return inconclusive('the adversary never touched a delivery', []);
  const refusal = refusals(trace.slice(deed), tested, trace)[0];
  if (refusal) return defeated(refusal, tested);
  const act = eventsOf(trace.slice(deed), 'act').find((event) => partOf(event.code, tested) !== null);
  if (act)
    return {
      verdict: 'defeated',
      code: act.code,
      part: partOf(act.code, tested),
      evidence: [act.id],
      because: factOf(act.code).means,
    };
  return inconclusive('the property held but no part under test refused or acted', []);
}

interface Refusal {
  readonly reject: EventOf<'reject'>;
  readonly frame: EventOf<'frame-in'>;
}

/** Refusals by honest programs that count: a security check of a part under test, of a frame that arrived. */
function refusals(trace: Trace, tested: readonly Tested[], whole: Trace = trace): Refusal[] {
  const people = honest(whole).add('relay');
  const frames = new Map(eventsOf(whole, 'frame-in').map((frame) => [frame.id, frame]));
  return eventsOf(trace, 'reject').flatMap((reject) => {
    const frame = frames.get(reject.frame);
    return frame && people.has(reject.who) && partOf(reject.code, tested) !== null ? [{ reject, frame }] : [];
  });
}

/** The part under test that fired; null where the code is no check, or of no part that stands here. */
function partOf(code: string, tested: readonly Tested[]): string | null {
  const fact = factOf(code);
  if (fact.kind === 'shape') return null;
  if (fact.part === 'suite') return tested.some((part) => part.seals) ? 'suite' : null;
  return tested.find((part) => part.id === fact.part || part.insteadOf === fact.part)?.id ?? null;
}

function defeated({ reject, frame }: Refusal, tested: readonly Tested[]): Ruling {
  const because = `${reject.who} refused it: ${factOf(reject.code).means}`;
  return {
    verdict: 'defeated',
    code: reject.code,
    part: partOf(reject.code, tested),
    evidence: [frame.id, reject.id],
    because,
  };
}

const inconclusive = (because: string, evidence: readonly string[]): Ruling => ({
  verdict: 'inconclusive',
  code: null,
  part: null,
  evidence,
  because,
});

/** Says what stopped the attack where it was no defense. */
function notDefeated(trace: Trace, because: string): Ruling {
  const reject = eventsOf(trace, 'reject')[0];
  if (!reject) return inconclusive(because, []);
  return inconclusive(`${because}; ${reject.who} stumbled: ${factOf(reject.code).means}`, [reject.id]);
}

const isDeed = (event: Event): boolean =>
  event.kind === 'inject' ||
  (event.kind === 'forward' && event.decision !== 'forward') ||
  (event.kind === 'frame-out' && event.who === 'mallory');

const honestFrames = (trace: Trace): string[] => {
  const people = honest(trace);
  return eventsOf(trace, 'frame-out')
    .filter((event) => people.has(event.who))
    .map((event) => event.bytes);
};

/** What the adversary held of the message with the secret: the very body that crossed or, in a log, a line about it. */
function materialOf(facts: AttackFacts, trace: Trace): Event | null {
  const send = eventsOf(trace, 'send').find((candidate) => candidate.secret !== undefined);
  if (!send) return null;
  const after = trace.slice(trace.indexOf(send));
  if (facts.position === 'log') {
    const line = eventsOf(after, 'log').find((event) => event.who === (facts.target ?? 'relay'));
    return line ? (eventsOf(after, 'held').find((event) => event.bytes.includes(line.line)) ?? null) : null;
  }
  const out = eventsOf(after, 'frame-out').find((event) => event.who === send.who);
  const holds = (bytes: string): boolean => out !== undefined && bytes.includes(out.bytes);
  return (
    eventsOf(after, 'held').find((event) => holds(event.bytes)) ??
    eventsOf(after, 'frame-in').find((event) => event.who === 'mallory' && holds(event.bytes)) ??
    (facts.position === 'relay'
      ? (eventsOf(after, 'forward').find((event) => holds(event.before)) ?? null)
      : null)
  );
}

/** What a frame says once decoded, whatever its spelling; its request number is no content. */
export function contentOf(bytes: string): string {
  try {
    const frame = JSON.parse(bytes);
    return canonical({ ...frame, header: { ...frame.header, id: 0 } });
  } catch {
    return bytes;
  }
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
}

/** A message's body; the whole bytes where they are no message. */
function bodyOf(bytes: string): string {
  try {
    const { body } = JSON.parse(bytes);
    return typeof body === 'string' ? body : bytes;
  } catch {
    return bytes;
  }
}
