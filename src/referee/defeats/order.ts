import type { AttackFacts } from '../../model/attack.js';
import { type Event, eventsOf, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { acted, defeated, inconclusive, partOf, refusals, type Tested } from './rulings.js';

export function order(_: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const deed = trace.findIndex(isDeed);
  if (deed < 0) return inconclusive('the adversary never touched a delivery', []);
  const refusal = refusals(trace.slice(deed), tested, trace)[0];
  if (refusal) return defeated(refusal, tested);
  const act = eventsOf(trace.slice(deed), 'act').find((event) => partOf(event.code, tested) !== null);
  return act
    ? acted(act, tested)
    : inconclusive('the property held but no part under test refused or acted', []);
}

export const isDeed = (event: Event): boolean =>
  event.kind === 'inject' ||
  (event.kind === 'forward' && event.decision !== 'forward') ||
  (event.kind === 'frame-out' && event.who === 'mallory');
