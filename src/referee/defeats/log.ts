import type { AttackFacts } from '../../model/attack.js';
import { eventsOf, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { contentOf, contentsOfHers } from './content.js';
import { order } from './order.js';
import type { Tested } from './rulings.js';

/** What defeats an attack on order, and a log that a part under test writes and that held her request. */
export function log(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const ruling = order(facts, tested, trace);
  return ruling.verdict === 'defeated' ? ruling : (writtenInOneLine(tested, trace) ?? ruling);
}

/** A log of a part's own, in which her request stands and broke no line: the coursework's would have taken the name as it came. */
function writtenInOneLine(tested: readonly Tested[], trace: Trace): Ruling | null {
  const part = tested.find(({ logs }) => logs);
  const hers = contentsOfHers(trace);
  const asked = trace.findIndex(
    (event) => event.kind === 'frame-in' && event.who === 'relay' && hers.has(contentOf(event.bytes)),
  );
  const line = asked < 0 ? undefined : eventsOf(trace.slice(asked), 'log').find(({ who }) => who === 'relay');
  if (!part || !line) return null;
  const because = 'the log tells of her request in one line';
  return { verdict: 'defeated', code: null, part: part.id, evidence: [line.id], because };
}
