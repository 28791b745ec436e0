import { type Event, MALLORY, type Trace } from '../model/trace.js';
import { frameOf, originOf } from './provenance.js';

/** The bytes that a deed of the adversary's put on the wire, and those of the honest frame that they were made from. */
export interface Deed {
  /** Absent where the frame is of her own making. */
  readonly before?: string;
  readonly after: string;
}

/** Null where the event put no bytes of the adversary's on the wire. */
export function deedOf(event: Event, trace: Trace): Deed | null {
  const after = deedBytes(event);
  if (after === null) return null;
  const origin = originOf(after, trace);
  const honest = origin && frameOf(origin, trace);
  const before =
    event.kind !== 'forward'
      ? honest
      : event.decision === 'replace'
        ? event.before
        : (honest ?? event.before);
  return before === undefined ? { after } : { before, after };
}

function deedBytes(event: Event): string | null {
  if (event.kind === 'inject' || (event.kind === 'frame-out' && event.who === MALLORY)) return event.bytes;
  return event.kind === 'forward' && (event.decision === 'replace' || event.decision === 'inject')
    ? event.bytes
    : null;
}
