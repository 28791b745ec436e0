import { carrierOf, type EventOf, eventsOf, MALLORY, type Trace } from '../model/trace.js';

export type Send = EventOf<'send'>;
export type Delivery = EventOf<'forward'> | EventOf<'inject'>;

/** An honest program writes down what it sends right before the frame that carries it. */
export function sendBefore(trace: Trace, out: number): Send | undefined {
  return eventsOf(trace.slice(0, out), 'send')
    .filter((send) => send.who === trace[out]!.who)
    .at(-1);
}

/** The honest message that bytes were made from: it left as the same bytes or, where only the header changed, the same body. */
export function originOf(bytes: string, trace: Trace): Send | undefined {
  const same = trace.findIndex(
    (event) => event.kind === 'frame-out' && event.who !== MALLORY && event.bytes === bytes,
  );
  if (same >= 0) return sendBefore(trace, same);
  const body = bodyOf(bytes);
  const carrier = trace.findIndex(
    (event) =>
      event.kind === 'frame-out' && event.who !== MALLORY && body !== null && bodyOf(event.bytes) === body,
  );
  return carrier >= 0 ? sendBefore(trace, carrier) : undefined;
}

/** The frame in which an honest message left. */
export const frameOf = (send: Send, trace: Trace): string | undefined => carrierOf(send, trace)?.bytes;

/** Where the relay dropped or put off, for the same recipient, the very bytes that it delivers now. */
export const heldBack = ({ to, bytes }: Delivery, before: Trace): EventOf<'forward'> | undefined =>
  eventsOf(before, 'forward').find(
    (event) =>
      event.to === to && event.before === bytes && (event.decision === 'drop' || event.decision === 'delay'),
  );

/** A message's body; null where the bytes are no message. */
export function bodyOf(bytes: string): string | null {
  try {
    const body: unknown = JSON.parse(bytes).body;
    return typeof body === 'string' ? body : null;
  } catch {
    return null;
  }
}
