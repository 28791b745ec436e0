import { type Event, type EventOf, MALLORY, type Trace } from '../../src/model/trace.js';
import { typeOf } from './frames.js';

/** One moment of the play: events of the trace that are shown together, in their order. */
export type Step = readonly [Event, ...Event[]];

/** `messages` leaves out what only keeps the chat going: joins, replies, log lines, arrivals; `all` shows every event. */
export type Detail = 'messages' | 'all';

/** The trace in moments: what the relay hands out in one go, and how people take it, stand side by side. */
export function stepsOf(trace: Trace, detail: Detail): Step[] {
  const begun = trace.findIndex((event) => event.kind === 'send' || event.kind === 'did');
  const told = trace.filter((event, index) => detail === 'all' || isTold(event, index >= begun));
  const steps: [Event, ...Event[]][] = [];
  for (const event of told) {
    const last = steps.at(-1);
    if (last && detail === 'messages' && belongs(event, last)) last.push(event);
    else steps.push([event]);
  }
  return steps;
}

function isTold(event: Event, begun: boolean): boolean {
  switch (event.kind) {
    case 'frame-out':
      return typeOf(event.bytes) !== 'join' || (event.who === MALLORY && begun);
    case 'forward':
      return event.from !== 'relay' || event.decision !== 'forward';
    case 'join':
      return begun;
    case 'admitted':
    case 'frame-in':
    case 'tls-in':
    case 'log':
    case 'gauge':
    case 'password':
      return false;
    default:
      return true;
  }
}

type Flight = EventOf<'forward'> | EventOf<'inject'>;

export const isDelivery = (event: Event): event is Flight =>
  event.kind === 'forward' || event.kind === 'inject';

const REACTIONS: readonly Event['kind'][] = ['accept', 'reject', 'alarm', 'act'];

/** Beside each other: deliveries to several people, reactions of several people, a flood of the adversary's own frames. */
function belongs(event: Event, step: Step): boolean {
  const last = step.at(-1)!;
  if (isDelivery(event)) return step.every((other) => isDelivery(other) && other.to !== event.to);
  if (REACTIONS.includes(event.kind))
    return step.every((other) => REACTIONS.includes(other.kind) && other.who !== event.who);
  return (
    event.kind === 'frame-out' && last.kind === 'frame-out' && event.who === MALLORY && last.who === MALLORY
  );
}

/** The first moment that shows one of these events, or something after it; the last one where there is none. */
export function stepWith(steps: readonly Step[], ids: readonly string[], trace: Trace): number {
  const places = new Map(trace.map((event, index) => [event.id, index]));
  const wanted = Math.min(...ids.flatMap((id) => places.get(id) ?? []));
  const found = steps.findIndex((step) => step.some((event) => places.get(event.id)! >= wanted));
  return found < 0 ? steps.length - 1 : found;
}
