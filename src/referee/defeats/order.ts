import type { AttackFacts } from '../../model/attack.js';
import { type Event, eventsOf, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { contentOf } from './content.js';
import { acted, defeated, inconclusive, partOf, refusals, type Tested } from './rulings.js';

export function order(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const deed = trace.findIndex(isDeed);
  if (deed < 0) return inconclusive('the adversary never touched a delivery', []);
  const refusal = refusals(trace.slice(deed), tested, trace).find(
    ({ frame }) => isOnTheWay(facts) || isHers(frame.bytes, trace),
  );
  if (refusal) return defeated(refusal, tested);
  const act = eventsOf(trace.slice(deed), 'act').find((event) => partOf(event.code, tested) !== null);
  return act
    ? acted(act, tested)
    : (writtenInOneLine(facts, tested, trace) ??
        inconclusive('the property held but no part under test refused or acted', []));
}

/** A log of a part's own, in which her request stands and broke no line: the coursework's would have taken the name as it came. */
function writtenInOneLine({ property }: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling | null {
  const part = tested.find(({ logs }) => logs);
  const asked = trace.findIndex(
    (event) => event.kind === 'frame-in' && event.who === 'relay' && isHers(event.bytes, trace),
  );
  const line = asked < 0 ? undefined : eventsOf(trace.slice(asked), 'log').find(({ who }) => who === 'relay');
  if (property !== 'log-integrity' || !part || !line) return null;
  const because = 'the log tells of her request in one line';
  return { verdict: 'defeated', code: null, part: part.id, evidence: [line.id], because };
}

/** Who carries the frames of others needs none of her own: what is refused then may be an honest frame in the wrong place. */
const isOnTheWay = ({ position }: AttackFacts): boolean =>
  position === 'relay' || position === 'relay+insider' || position === 'network';

/** Whether the adversary sent this frame: that an honest one was refused besides says nothing of what she did. */
const isHers = (bytes: string, trace: Trace): boolean =>
  eventsOf(trace, 'frame-out').some(
    (out) => out.who === 'mallory' && contentOf(out.bytes) === contentOf(bytes),
  );

export const isDeed = (event: Event): boolean =>
  event.kind === 'inject' ||
  (event.kind === 'forward' && event.decision !== 'forward') ||
  (event.kind === 'frame-out' && event.who === 'mallory');
