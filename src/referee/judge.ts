import type { AttackFacts } from '../model/attack.js';
import { factOf, isCode } from '../model/code.js';
import { KIND_OF, type Kind } from '../model/property.js';
import { type EventOf, eventsOf, honest, type Trace } from '../model/trace.js';
import type { Ruling } from '../model/verdict.js';
import { content } from './defeats/content.js';
import { log } from './defeats/log.js';
import { order } from './defeats/order.js';
import { replay } from './defeats/replay.js';
import { resource } from './defeats/resource.js';
import { inconclusive, partOf, type Tested } from './defeats/rulings.js';
import { secrecy } from './defeats/secrecy.js';
import { byName, type Violation } from './ground-truth.js';
import { PROPERTY } from './properties.js';
import { uncovered } from './uncovered.js';

export type { Tested } from './defeats/rulings.js';

/**
 * Rules on one trace. A pure function: the attack never reports its own success and a defense never its own.
 * `facts` says which property was attacked, `tested` which parts stood against it.
 */
export function judge(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const fault = trace.find(
    (event): event is EventOf<'fault'> | EventOf<'crash'> => event.kind === 'fault' || event.kind === 'crash',
  );
  if (fault) return inconclusive(fault.what, [fault.id]);
  const violation = PROPERTY[facts.property](trace);
  if (violation) return violated(facts, tested, trace, violation);
  return DEFEAT[facts.counter ? 'resource' : KIND_OF[facts.property]](facts, tested, trace);
}

function violated(facts: AttackFacts, tested: readonly Tested[], trace: Trace, violation: Violation): Ruling {
  const { evidence, about, because } = violation;
  // Within one second who tells first is a race.
  const alarms = byName(eventsOf(trace, 'alarm')).toSorted((one, other) => one.at - other.at);
  const alarm = alarms.find(
    (event) =>
      honest(trace).has(event.who) &&
      tellsOf(facts, tested, event.code) &&
      about.some(
        (what) => what.author === event.author && what.room === event.room && what.slot === event.slot,
      ),
  );
  if (!alarm) {
    const why = `${because}, and ${uncovered(facts, violation, trace)}`;
    return { verdict: 'breached', code: null, part: null, evidence, because: why };
  }
  const part = partOf(alarm.code, tested);
  return {
    verdict: 'detected',
    code: alarm.code,
    part,
    evidence: [...evidence, alarm.id],
    because: `${because}; ${alarm.who} raised the alarm: ${factOf(alarm.code).means}`,
  };
}

/** An alarm that the attack names; where it names any, also one of a part written outside, which has no other codes than its own. */
const tellsOf = ({ alarms }: AttackFacts, tested: readonly Tested[], code: string): boolean =>
  alarms.some((alarm) => alarm === code) ||
  (alarms.length > 0 && !isCode(code) && partOf(code, tested) !== null);

type Defeat = (facts: AttackFacts, tested: readonly Tested[], trace: Trace) => Ruling;

/** What `defeated` takes, by kind of attack; anything less is inconclusive. */
const DEFEAT: Readonly<Record<Kind, Defeat>> = { content, replay, secrecy, order, log, resource };
