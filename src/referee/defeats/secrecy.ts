import type { AttackFacts } from '../../model/attack.js';
import type { Position, Property } from '../../model/property.js';
import {
  carrierOf,
  type Event,
  type EventOf,
  eventsOf,
  honest,
  MALLORY,
  type Trace,
} from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { guessedOfEach } from '../properties/secrets.js';
import { acted, notDefeated, partOf, type Tested } from './rulings.js';

export function secrecy(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const guess = eventsOf(trace, 'guess').at(-1);
  if (!guess) return notDefeated(trace, 'the adversary never guessed');
  const material = materialOf(facts, trace);
  const withheld = material ? null : withheldFromHer(facts, tested, trace);
  if (withheld) return acted(withheld, tested);
  if (!material) return notDefeated(trace, 'the adversary never held the message that carries the secret');
  if (facts.property === 'metadata-privacy' && !guessedOfEach(trace))
    return notDefeated(trace, 'no guess of the adversary named as many messages as there were');
  if (stoodInClear(facts, trace))
    return notDefeated(trace, 'the secret stood in clear in what the adversary held, and no guess was that');
  const evidence = [material.id, guess.id];
  const because = `the adversary ${HELD[facts.position] ?? 'held the message'} and its best guess of the secret is wrong`;
  return { verdict: 'defeated', code: null, part: null, evidence, because };
}

/** Who reads bytes that crossed or a log has no connection that anything could be kept from. */
const WITHOUT_CONNECTION: readonly Position[] = ['log', 'wire', 'network', 'thief'];

/** That the relay, when the message came, left out a connection that is no honest member's. */
function withheldFromHer(
  { property, position }: AttackFacts,
  tested: readonly Tested[],
  trace: Trace,
): EventOf<'act'> | null {
  if (WITHOUT_CONNECTION.includes(position)) return null;
  const bytes = subjectsCarrier(property, trace)?.bytes;
  const came = trace.findIndex(
    (event) => event.kind === 'frame-in' && event.who === 'relay' && event.bytes === bytes,
  );
  if (came < 0) return null;
  const after = trace.slice(came + 1).filter(({ who }) => who === 'relay');
  const next = after.findIndex(({ kind }) => kind === 'frame-in');
  const people = honest(trace);
  const acts = eventsOf(next < 0 ? after : after.slice(0, next), 'act');
  const isHers = ({ whom = [] }: EventOf<'act'>): boolean => whom.some((label) => !people.has(label));
  return acts.find((act) => act.code === 'withheld' && isHers(act) && partOf(act.code, tested)) ?? null;
}

/** Whether the secret could be read off what she held as it is: then a wrong guess says nothing of a defense. */
function stoodInClear({ position }: AttackFacts, trace: Trace): boolean {
  const secret = eventsOf(trace, 'send').find((send) => send.secret !== undefined)?.secret;
  const carries = position === 'relay' || position === 'relay+insider';
  const hers = trace.flatMap((event) => {
    if (event.kind === 'forward') return carries ? [event.before] : [];
    return event.kind === 'held' || (event.kind === 'frame-in' && event.who === MALLORY) ? [event.bytes] : [];
  });
  return secret !== undefined && hers.some((bytes) => bytes.includes(secret));
}

/** The message that the attack is about: the first with a secret or, where all names and sizes are, the first of all. */
const subjectOf = (property: Property, trace: Trace): EventOf<'send'> | undefined =>
  eventsOf(trace, 'send').find((send) => property === 'metadata-privacy' || send.secret !== undefined);

/** The frame in which that left its author's program. */
function subjectsCarrier(property: Property, trace: Trace): EventOf<'frame-out'> | undefined {
  const send = subjectOf(property, trace);
  return send && carrierOf(send, trace);
}

/** A log has a line about the message, a connection the bytes that carried it: not always the message itself. */
const HELD: Partial<Record<Position, string>> = {
  log: 'held what the log says of the message',
  wire: 'held all that crossed the connection',
};

/** What the adversary held of the message with the secret: the very body that crossed or, in a log, a line about it. */
function materialOf(facts: AttackFacts, trace: Trace): Event | null {
  const send = subjectOf(facts.property, trace);
  if (!send) return null;
  const after = trace.slice(trace.indexOf(send));
  if (facts.position === 'log') {
    const line = eventsOf(after, 'log').find((event) => event.who === (facts.target ?? 'relay'));
    return line ? (eventsOf(after, 'held').find((event) => event.bytes.includes(line.line)) ?? null) : null;
  }
  const out = subjectsCarrier(facts.property, trace);
  const holds = (bytes: string): boolean => out !== undefined && bytes.includes(out.bytes);
  if (facts.position === 'wire' || facts.position === 'thief') return tappedMaterial(facts, after, holds);
  return (
    eventsOf(after, 'held').find((event) => holds(event.bytes)) ??
    eventsOf(after, 'frame-in').find((event) => event.who === MALLORY && holds(event.bytes)) ??
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
