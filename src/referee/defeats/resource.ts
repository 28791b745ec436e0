import type { AttackFacts } from '../../model/attack.js';
import { isCode } from '../../model/code.js';
import { type Counter, eventsOf, isDeed, MALLORY, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { acted, inconclusive, notDefeated, partOf, type Tested } from './rulings.js';

/** What caps each counter; a code of a part written outside is that part's to answer for. */
const CAPPING: Readonly<Record<Counter, readonly string[]>> = {
  sessions: ['join-quota', 'nick-bound', 'session-removed', 'session-expired', 'unproven-member'],
  unsent: ['buffer-capped', 'unproven-member'],
  received: ['payload-too-large', 'over-size'],
};

/** The counter stayed under its cap, a part recorded that it saw to it, and afterwards honest people were served. */
export function resource({ counter }: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const deed = trace.findIndex(isDeed);
  if (deed < 0) return inconclusive('the adversary never sent anything', []);
  const caps = ({ code }: { readonly code: string }): boolean =>
    (!isCode(code) || CAPPING[counter!].includes(code)) && partOf(code, tested) !== null;
  const cap = trace
    .slice(deed)
    .find(
      (event) => (event.kind === 'act' || event.kind === 'reject') && event.who === 'relay' && caps(event),
    );
  if (cap?.kind !== 'act' && cap?.kind !== 'reject')
    return notDefeated(trace, 'the counter stayed under its cap, but no part under test saw to it');
  const after = trace.slice(
    trace.findLastIndex((event) => event.kind === 'frame-out' && event.who === MALLORY),
  );
  const served = eventsOf(after, 'join').length > 0 && eventsOf(after, 'accept').length > 0;
  return served ? acted(cap, tested) : inconclusive('after the flood nobody joined and was heard', [cap.id]);
}
