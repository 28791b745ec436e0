import { factOf } from '../model/code.js';
import { eventsOf, type Trace } from '../model/trace.js';
import { reasonFor } from './defeats/rulings.js';
import { rosterAt } from './ground-truth.js';
import { PROPERTY } from './properties.js';

/** How a control came out; `because` says what failed. */
export interface Outcome {
  readonly outcome: 'passed' | 'failed';
  readonly because: string;
}

/** The benign control: no attack, every message delivered once and in order, nothing refused, no alarm. */
export function judgeBenign(trace: Trace): Outcome {
  const fault = eventsOf(trace, 'fault')[0] ?? eventsOf(trace, 'crash')[0];
  if (fault) return failed(fault.what);
  const turned = eventsOf(trace, 'turned-away')[0];
  if (turned) return failed(`${turned.who} did not get in: ${factOf(turned.code).means}`);
  const outside = eventsOf(trace, 'send').flatMap((send) => {
    const roster = rosterAt(trace, send);
    return [...rosterAt(trace, send, 'admitted')].filter((who) => !roster.has(who));
  })[0];
  if (outside !== undefined) return failed(`${outside} was let in and never told that she is in the room`);
  const lossy = eventsOf(trace, 'send').find(({ text }) => !text.isWellFormed());
  if (lossy) return failed(`${lossy.who} sent a text that has no UTF-8 form`);
  const unsaid = eventsOf(trace, 'unsaid').find(({ code }) => code !== 'not-well-formed');
  if (unsaid) return failed(`${unsaid.who} could not say something: ${factOf(unsaid.code).means}`);
  const reject = eventsOf(trace, 'reject')[0];
  if (reject) return failed(`${reject.who} refused an honest frame: ${reasonFor(reject)}`);
  if (eventsOf(trace, 'send').length === 0 || eventsOf(trace, 'accept').length === 0)
    return failed('nothing was said');
  const alarm = eventsOf(trace, 'alarm')[0];
  if (alarm) return failed(`${alarm.who} raised an alarm: ${factOf(alarm.code).means}`);
  for (const property of ['attribution', 'uniqueness', 'order', 'completeness'] as const) {
    const violation = PROPERTY[property](trace);
    if (violation) return failed(violation.because);
  }
  return { outcome: 'passed', because: 'every message was delivered once, in order; nothing was refused' };
}

/** How many honest deliveries an honest run refused, of how many. */
export function refused(trace: Trace): { readonly refused: number; readonly of: number } {
  const rejects = eventsOf(trace, 'reject').length;
  return { refused: rejects, of: rejects + eventsOf(trace, 'accept').length };
}

const failed = (because: string): Outcome => ({ outcome: 'failed', because });
