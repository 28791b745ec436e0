import type { AttackFacts } from '../model/attack.js';
import { factOf, isCode } from '../model/code.js';
import { KIND_OF, type Kind } from '../model/property.js';
import { type Counter, type Event, type EventOf, eventsOf, type Trace } from '../model/trace.js';
import type { Ruling } from '../model/verdict.js';
import { honest, PROPERTY, type Violation } from './properties.js';
import { bodyOf, exactBodyOf } from './spelling.js';

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
  return DEFEAT[facts.counter ? 'resource' : KIND_OF[facts.property]](facts, tested, trace);
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
const DEFEAT: Readonly<Record<Kind, Defeat>> = { content, replay, secrecy, order, resource };

/** The suite tag answers for attacks that take the protection off; a wrong tag on another artefact is a clumsy forgery. */
const aboutSuite = ({ needs }: AttackFacts): boolean => needs.includes('a layer that seals bodies');

function content(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const sent = new Set(honestFrames(trace).map(contentOf));
  const refusal = refusals(trace, tested).find(
    ({ frame, reject }) =>
      !sent.has(contentOf(frame.bytes)) && (reject.code !== 'suite-mismatch' || aboutSuite(facts)),
  );
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
  const turned = refusal ?? copyRefusedByRelay(trace, tested, seen) ?? shutOut(trace, tested);
  return turned
    ? defeated(turned, tested)
    : (respellingRefused(trace, tested, seen) ??
        notDefeated(trace, 'no part under test refused a further delivery of a shown message'));
}

/** A genuine copy in another spelling: of that, a part that reads only one spelling has refused a delivery, not stumbled. */
function respellingRefused(
  trace: Trace,
  tested: readonly Tested[],
  seen: readonly EventOf<'frame-in'>[],
): Ruling | null {
  const frames = new Map(eventsOf(trace, 'frame-in').map((frame) => [frame.id, frame]));
  for (const reject of eventsOf(trace, 'reject')) {
    const frame = frames.get(reject.frame);
    const { part } = factOf(reject.code);
    const reader = tested.find(({ id, insteadOf }) => id === part || insteadOf === part);
    const copies = ({ who, bytes }: EventOf<'frame-in'>): boolean =>
      who === reject.who &&
      bodyOf(bytes) === bodyOf(frame!.bytes) &&
      exactBodyOf(bytes) !== exactBodyOf(frame!.bytes);
    if (reader && frame && seen.some(copies))
      return { ...defeated({ frame, reject }, tested), part: reader.id };
  }
  return null;
}

/** Under limits the honest relay refuses the copy before it reaches anybody. */
function copyRefusedByRelay(
  trace: Trace,
  tested: readonly Tested[],
  seen: readonly EventOf<'frame-in'>[],
): Refusal | undefined {
  return refusals(trace, tested).find(
    ({ frame, reject }) =>
      reject.who === 'relay' && seen.some((earlier) => bodyOf(earlier.bytes) === bodyOf(frame.bytes)),
  );
}

/** An adversary that was refused entry and never received a message has nothing to work with. */
function shutOut(trace: Trace, tested: readonly Tested[]): Refusal | undefined {
  const shown = new Set(eventsOf(trace, 'accept').map((accept) => accept.frame));
  const bodies = eventsOf(trace, 'frame-in').flatMap(({ id, bytes }) => (shown.has(id) ? bodyOf(bytes) : []));
  const heard = eventsOf(trace, 'frame-in').some(
    ({ who, bytes }) => who === 'mallory' && bodies.includes(bodyOf(bytes)),
  );
  return heard
    ? undefined
    : refusals(trace, tested).find(
        ({ reject }) => reject.who === 'relay' && reject.code === 'unproven-member',
      );
}

function secrecy(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const guess = eventsOf(trace, 'guess').at(-1);
  if (!guess) return notDefeated(trace, 'the adversary never guessed');
  const material = materialOf(facts, trace);
  const withheld = eventsOf(trace, 'act').find(({ code }) => code === 'withheld' && partOf(code, tested));
  if (!material && withheld) return acted(withheld, tested);
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
  return act
    ? acted(act, tested)
    : inconclusive('the property held but no part under test refused or acted', []);
}

/** What caps each counter; a code of a part written outside is that part's to answer for. */
const CAPPING: Readonly<Record<Counter, readonly string[]>> = {
  sessions: ['join-quota', 'nick-bound', 'session-removed', 'session-expired', 'unproven-member'],
  unsent: ['buffer-capped', 'unproven-member'],
  received: ['payload-too-large', 'over-size'],
};

/** The counter stayed under its cap, a part recorded that it saw to it, and afterwards honest people were served. */
function resource({ counter }: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const deed = trace.findIndex(isDeed);
  if (deed < 0) return inconclusive('the adversary never sent anything', []);
  const caps = ({ code }: { readonly code: string }): boolean =>
    (!isCode(code) || CAPPING[counter!].includes(code)) && partOf(code, tested) !== null;
  const cap = trace
    .slice(deed)
    .find(
      (event) => (event.kind === 'act' || event.kind === 'reject') && event.who === 'relay' && caps(event),
    );
  if (cap?.kind !== 'act' && cap?.kind !== 'reject')
    return notDefeated(trace, 'the counter stayed under its cap, but no part under test saw to it');
  const after = trace.slice(
    trace.findLastIndex((event) => event.kind === 'frame-out' && event.who === 'mallory'),
  );
  const served = eventsOf(after, 'join').length > 0 && eventsOf(after, 'accept').length > 0;
  return served ? acted(cap, tested) : inconclusive('after the flood nobody joined and was heard', [cap.id]);
}

function acted(
  { id, code }: { readonly id: string; readonly code: string },
  tested: readonly Tested[],
): Ruling {
  return {
    verdict: 'defeated',
    code,
    part: partOf(code, tested),
    evidence: [id],
    because: factOf(code).means,
  };
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
  const tells = (send: EventOf<'send'>): boolean =>
    facts.property === 'metadata-privacy' || send.secret !== undefined;
  const send = eventsOf(trace, 'send').find(tells);
  if (!send) return null;
  const after = trace.slice(trace.indexOf(send));
  if (facts.position === 'log') {
    const line = eventsOf(after, 'log').find((event) => event.who === (facts.target ?? 'relay'));
    return line ? (eventsOf(after, 'held').find((event) => event.bytes.includes(line.line)) ?? null) : null;
  }
  const out = eventsOf(after, 'frame-out').find((event) => event.who === send.who);
  const holds = (bytes: string): boolean => out !== undefined && bytes.includes(out.bytes);
  if (facts.position === 'wire') return tappedMaterial(facts, after, holds);
  return (
    eventsOf(after, 'held').find((event) => holds(event.bytes)) ??
    eventsOf(after, 'frame-in').find((event) => event.who === 'mallory' && holds(event.bytes)) ??
    (facts.position === 'relay'
      ? (eventsOf(after, 'forward').find((event) => holds(event.before)) ?? null)
      : null)
  );
}

/** The message reached the tapped peer, so it crossed the wire whose bytes were kept, whatever they look like there. */
function tappedMaterial(facts: AttackFacts, after: Trace, holds: (bytes: string) => boolean): Event | null {
  const arrived = after.findIndex(
    (event) => event.kind === 'frame-in' && event.who === facts.target && holds(event.bytes),
  );
  if (arrived < 0) return null;
  return eventsOf(after.slice(arrived), 'held').find((event) => event.bytes.length > 0) ?? null;
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
