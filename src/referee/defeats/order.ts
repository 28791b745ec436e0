import type { AttackFacts } from '../../model/attack.js';
import { type Event, eventsOf, MALLORY, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { contentOf, contentsOfHers } from './content.js';
import { acted, defeated, inconclusive, partOf, refusals, type Tested } from './rulings.js';

export function order(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const deed = trace.findIndex(isDeed);
  if (deed < 0) return inconclusive('the adversary never touched a delivery', []);
  const hers = contentsOfHers(trace);
  // That an honest frame was refused besides says nothing of what she did.
  const refusal = refusals(trace.slice(deed), tested, trace).find(
    ({ frame }) => isOnTheWay(facts) || hers.has(contentOf(frame.bytes)),
  );
  if (refusal) return defeated(refusal, tested);
  const act = eventsOf(trace.slice(deed), 'act').find((event) => partOf(event.code, tested) !== null);
  return act
    ? acted(act, tested)
    : inconclusive('the property held but no part under test refused or acted', []);
}

/** Who carries the frames of others needs none of her own: what is refused then may be an honest frame in the wrong place. */
const isOnTheWay = ({ position }: AttackFacts): boolean =>
  position === 'relay' || position === 'relay+insider' || position === 'network';

export const isDeed = (event: Event): boolean =>
  event.kind === 'inject' ||
  (event.kind === 'forward' && event.decision !== 'forward') ||
  (event.kind === 'frame-out' && event.who === MALLORY);
