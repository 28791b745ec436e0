import type { AttackFacts } from '../../model/attack.js';
import { factOf } from '../../model/code.js';
import { type EventOf, eventsOf, MALLORY, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { content, contentOf, contentsOfHers } from './content.js';
import { defeated, notDefeated, type Refusal, refusals, type Tested } from './rulings.js';
import { bodyOf, exactBodyOf, placeOf } from './spelling.js';

export function replay(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const seen = shownIn(trace);
  const refusal = refusals(trace, tested).find(({ frame, reject }) =>
    seen.some(
      (earlier) =>
        earlier.who === reject.who &&
        earlier.id !== frame.id &&
        bodyOf(earlier.bytes) === bodyOf(frame.bytes),
    ),
  );
  const turned = refusal ?? copyRefusedByRelay(trace, tested, seen) ?? shutOut(trace, tested);
  return turned
    ? defeated(turned, tested)
    : (respellingRefused(trace, tested, seen) ??
        alteredRefused(facts, tested, trace) ??
        notDefeated(trace, 'no part under test refused a further delivery of a shown message'));
}

/** The frames whose words were shown to whoever got them. */
export function shownIn(trace: Trace): EventOf<'frame-in'>[] {
  const shown = new Set(eventsOf(trace, 'accept').map(({ frame }) => frame));
  return eventsOf(trace, 'frame-in').filter(({ id }) => shown.has(id));
}

/** A copy that the adversary made to look new is an altered artefact, and must be refused as one; what is no message is no copy. */
function alteredRefused(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling | null {
  const made = contentsOfHers(trace);
  const ruling = content(facts, tested, trace);
  const frame = eventsOf(trace, 'frame-in').find(({ id }) => id === ruling.evidence[0]);
  const isCopy = frame && placeOf(frame.bytes) !== null && made.has(contentOf(frame.bytes));
  return ruling.verdict === 'defeated' && isCopy ? ruling : null;
}

/** A genuine copy in another spelling: of that, a part that reads only one spelling has refused a delivery, not stumbled. */
function respellingRefused(
  trace: Trace,
  tested: readonly Tested[],
  seen: readonly EventOf<'frame-in'>[],
): Ruling | null {
  const frames = new Map(eventsOf(trace, 'frame-in').map((frame) => [frame.id, frame]));
  for (const reject of eventsOf(trace, 'reject')) {
    const frame = frames.get(reject.frame);
    const { part } = factOf(reject.code);
    const reader = tested.find(({ id, insteadOf }) => id === part || insteadOf === part);
    const copies = ({ who, bytes }: EventOf<'frame-in'>): boolean =>
      who === reject.who &&
      bodyOf(bytes) === bodyOf(frame!.bytes) &&
      exactBodyOf(bytes) !== exactBodyOf(frame!.bytes);
    if (reader && frame && seen.some(copies))
      return { ...defeated({ frame, reject }, tested), part: reader.id };
  }
  return null;
}

/** Under limits the honest relay refuses the copy before it reaches anybody. */
function copyRefusedByRelay(
  trace: Trace,
  tested: readonly Tested[],
  seen: readonly EventOf<'frame-in'>[],
): Refusal | undefined {
  return refusals(trace, tested).find(
    ({ frame, reject }) =>
      reject.who === 'relay' && seen.some((earlier) => bodyOf(earlier.bytes) === bodyOf(frame.bytes)),
  );
}

/** An adversary that was refused entry and never received a message has nothing to work with. */
export function shutOut(trace: Trace, tested: readonly Tested[]): Refusal | undefined {
  const bodies = shownIn(trace).map(({ bytes }) => bodyOf(bytes));
  const heard = eventsOf(trace, 'frame-in').some(
    ({ who, bytes }) => who === MALLORY && bodies.includes(bodyOf(bytes)),
  );
  if (heard) return undefined;
  const hers = contentsOfHers(trace);
  return refusals(trace, tested).find(
    ({ reject, frame }) =>
      reject.who === 'relay' && reject.code === 'unproven-member' && hers.has(contentOf(frame.bytes)),
  );
}
