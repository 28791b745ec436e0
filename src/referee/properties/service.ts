import { factOf } from '../../model/code.js';
import { type Counter, type Event, type EventOf, eventsOf, type Trace } from '../../model/trace.js';
import { byName, type Violation } from '../ground-truth.js';
import { completeness } from './sequence.js';

const KIB = 1024;
/** What the relay may hold of each before it is no longer within its means: sessions, bytes, bytes. */
export const CAPS: Readonly<Record<Counter, number>> = {
  sessions: 32,
  unsent: 768 * KIB,
  received: 256 * KIB,
};

/** What one event shows by itself; it is about no message. */
const shownBy = ({ id }: Event, because: string): Violation => ({ evidence: [id], about: [], because });

export function executionSafety(trace: Trace): Violation | null {
  const [hit] = byName(eventsOf(trace, 'detonation').filter((event) => event.executed));
  return hit
    ? shownBy(hit, `what the frame brought took effect where ${hit.who} decodes: its canary was found`)
    : null;
}

/** The relay stayed within its means, let every honest person in, and delivered what they said. */
export function availability(trace: Trace): Violation | null {
  // The last is the most: a gauge only ever rises.
  const over = eventsOf(trace, 'gauge').findLast(({ counter, value }) => value > CAPS[counter]);
  if (over)
    return shownBy(
      over,
      `the relay came to hold ${amountOf(over)} ${HELD[over.counter]}, beyond ${CAPS[over.counter]}`,
    );
  const turned = eventsOf(trace, 'turned-away')[0];
  if (turned) return shownBy(turned, `${turned.who} did not get in: ${factOf(turned.code).means}`);
  const unsaid = eventsOf(trace, 'unsaid').find(({ code }) => code !== 'not-well-formed');
  if (unsaid)
    return shownBy(unsaid, `${unsaid.who} could not say what she wanted to: ${factOf(unsaid.code).means}`);
  return outOfMeans(trace) ?? completeness(trace);
}

/** A decoder that died of what it decoded, or did not come back: the victim process shows what the program would do. */
function outOfMeans(trace: Trace): Violation | null {
  const dead = eventsOf(trace, 'detonation').find(({ why }) => why === 'crashed' || why === 'timed-out');
  return dead
    ? shownBy(
        dead,
        `what the frame asks for ended the process that decodes it as ${dead.who} does (${dead.why})`,
      )
    : null;
}

const HELD: Readonly<Record<Counter, string>> = {
  sessions: 'sessions',
  unsent: 'unsent bytes for one reader',
  received: 'bytes of one incoming message',
};

/** How much of it the kernel had taken over is its own affair: what is left is told in whole multiples of the cap. */
const amountOf = ({ counter, value }: EventOf<'gauge'>): string =>
  counter === 'unsent' ? `more than ${value - (value % CAPS.unsent)}` : String(value);

/** What readers and viewers of a log take for the end of a line: C0 breaks, NEL, and Unicode's two separators. */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;

/** One event, one line: whoever breaks a line writes the next one, in the relay's name. */
export function logIntegrity(trace: Trace): Violation | null {
  const broken = eventsOf(trace, 'log').find(({ who, line }) => who === 'relay' && LINE_BREAK.test(line));
  return broken ? shownBy(broken, 'one event made two lines of the relay’s log, the second forged') : null;
}
