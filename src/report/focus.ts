import { type Event, type EventOf, eventsOf, honest, isDeed, MALLORY, type Trace } from '../model/trace.js';
import { bodyOf, type Delivery, frameOf, heldBack, originOf, type Send, sendBefore } from './provenance.js';

/**
 * The events that explain a ruling, in the order they happened: from its evidence back to what was sent and what the
 * adversary did. Stories and diagrams show these and leave the rest of the trace out.
 */
export function focus(trace: Trace, evidence: readonly string[]): Event[] {
  const kept = new Set<Event>();
  const keep = (event: Event): void => {
    if (kept.has(event)) return;
    kept.add(event);
    for (const cause of causesOf(event, trace)) keep(cause);
  };
  for (const event of trace) if (evidence.includes(event.id)) keep(event);
  if (![...kept].some(isTold)) for (const event of eventsOf(trace, 'did').slice(0, 1)) keep(event);
  const rank = (event: Event): number => trace.indexOf(handedOut(event, trace) ?? event);
  return [...kept].sort((a, b) => rank(a) - rank(b));
}

/**
 * What the adversary received counts from when the relay sent it: which of several connections reads first is a race,
 * and a story told twice should be the same.
 */
function handedOut(event: Event, trace: Trace): Event | undefined {
  if (event.kind !== 'frame-in' || event.who !== MALLORY) return undefined;
  const members = honest(trace);
  return eventsOf(trace, 'forward').find(
    (forward) => !members.has(forward.to) && forward.bytes === event.bytes,
  );
}

const isTold = (event: Event): boolean => event.kind === 'did' || event.kind === 'guess';

function causesOf(event: Event, trace: Trace): readonly Event[] {
  const before = trace.slice(0, trace.indexOf(event));
  switch (event.kind) {
    case 'accept':
    case 'reject':
      return trace.filter((other) => other.id === event.frame);
    case 'frame-in':
      return event.who === MALLORY ? sentAs(event.bytes, before) : arrival(event, trace);
    case 'forward':
      return event.decision === 'forward'
        ? sentAs(event.before, before)
        : [...tamperedWith(event, before), ...sentAs(event.before, before)];
    case 'inject':
      return [...tamperedWith(event, before), ...sentAs(event.bytes, before)];
    case 'frame-out':
      return event.who === MALLORY
        ? [...lastDid(before), ...captured(event, before), ...present(originOf(event.bytes, before))]
        : [];
    case 'send':
      return event.secret === undefined ? droppings(event, trace) : [];
    case 'held':
      return eventsOf(before, 'send').filter((send) => send.secret !== undefined);
    case 'guess':
      return [...eventsOf(before, 'did'), ...material(before)];
    case 'detonation':
    case 'alarm':
    case 'act':
    case 'crash':
      return lastDeed(before);
    default:
      return [];
  }
}

/** How a frame got to somebody: the relay's delivery or, at the relay, whoever sent it. */
function arrival(frame: EventOf<'frame-in'>, trace: Trace): readonly Event[] {
  const { who, bytes } = frame;
  if (who === 'relay') return sentAs(bytes, trace.slice(0, trace.indexOf(frame)));
  const carried = (event: Event): event is Delivery =>
    (event.kind === 'inject' || (event.kind === 'forward' && event.decision !== 'delay')) &&
    event.to === who &&
    event.bytes === bytes;
  // A connection keeps its order: the second copy that came is the second that was delivered.
  const copy = eventsOf(trace, 'frame-in')
    .filter((other) => other.who === who && other.bytes === bytes)
    .indexOf(frame);
  return present(trace.filter(carried)[copy]);
}

/** Who put these very bytes on the wire: an honest person's send, or the adversary's own frame. */
function sentAs(bytes: string, before: Trace): readonly Event[] {
  const out = before.findLastIndex((event) => event.kind === 'frame-out' && event.bytes === bytes);
  const event = before[out];
  if (!event) return present(originOf(bytes, before));
  return event.who === MALLORY ? [event] : present(sendBefore(before, out));
}

/** A deed at the relay: what the adversary said of it, or the earlier holding back of the same bytes. */
function tamperedWith(deed: Delivery, before: Trace): readonly Event[] {
  const held = heldBack(deed, before);
  return held ? [held] : lastDid(before);
}

const lastDid = (before: Trace): readonly Event[] => present(eventsOf(before, 'did').at(-1));

const captured = ({ bytes }: EventOf<'frame-out'>, before: Trace): readonly Event[] =>
  present(
    eventsOf(before, 'frame-in').find(
      (event) =>
        event.who === MALLORY && bodyOf(event.bytes) !== null && bodyOf(event.bytes) === bodyOf(bytes),
    ),
  );

/** What was held of the message with the secret. */
function material(before: Trace): readonly Event[] {
  const send = eventsOf(before, 'send').find((candidate) => candidate.secret !== undefined);
  const bytes = send && frameOf(send, before);
  if (!send || bytes === undefined) return [];
  const after = before.slice(before.indexOf(send));
  const held =
    eventsOf(after, 'held').at(-1) ??
    eventsOf(after, 'frame-in').find((event) => event.who === MALLORY && event.bytes.includes(bytes));
  return [send, ...present(held ?? eventsOf(after, 'forward').find((event) => event.before === bytes))];
}

const droppings = (send: Send, trace: Trace): readonly Event[] => {
  const bytes = frameOf(send, trace);
  return present(
    eventsOf(trace, 'forward').find((event) => event.decision === 'drop' && event.before === bytes),
  );
};

const lastDeed = (before: Trace): readonly Event[] => present(before.findLast(isDeed));

const present = <T>(event: T | undefined): readonly T[] => (event === undefined ? [] : [event]);
