import type { AttackFacts } from '../../model/attack.js';
import type { Property } from '../../model/property.js';
import { type Event, type EventOf, eventsOf, isDeed, type Trace } from '../../model/trace.js';
import type { Ruling } from '../../model/verdict.js';
import { FRESH } from '../properties/authenticity.js';
import { contentOf, contentsOfHers, honestFrames } from './content.js';
import { shownIn, shutOut } from './replay.js';
import {
  acted,
  defeated,
  inconclusive,
  notDefeated,
  partOf,
  type Refusal,
  refusals,
  type Tested,
} from './rulings.js';
import { bodyOf, placeOf } from './spelling.js';

export function order(facts: AttackFacts, tested: readonly Tested[], trace: Trace): Ruling {
  const [isDone, undone] = WITHHOLDING.includes(facts.property)
    ? [isWithheld, 'the adversary kept no message from anybody']
    : [isDeed, 'the adversary never touched a delivery'];
  const deed = trace.findIndex(isDone);
  if (deed < 0) return inconclusive(undone, []);
  const hers = contentsOfHers(trace);
  const isIt = REFUSED[facts.property];
  // That an honest frame was refused besides says nothing of what she did.
  const refused = refusals(trace.slice(deed), tested, trace).filter(
    (refusal) =>
      (isOnTheWay(facts) || hers.has(contentOf(refusal.frame.bytes))) && (!isIt || isIt(refusal, trace)),
  );
  const turned = refused.find(isNews(trace)) ?? refused[0] ?? (isIt && shutOut(trace, tested));
  if (turned) return defeated(turned, tested);
  if (isIt) return notDefeated(trace, 'no part under test refused what came too late or out of its place');
  // What was withheld from her kept a secret, and nothing else.
  const act = eventsOf(trace.slice(deed), 'act').find(
    ({ code }) => code !== 'withheld' && partOf(code, tested) !== null,
  );
  return act
    ? acted(act, tested)
    : inconclusive('the property held but no part under test refused or acted', []);
}

/** Nothing is missing where nothing was kept from anybody. */
const WITHHOLDING: readonly Property[] = ['completeness', 'agreement-omission'];

const isWithheld = (event: Event): boolean =>
  event.kind === 'forward' && event.decision !== 'forward' && event.decision !== 'inject';

/** What a refused frame has to be for its refusal to defeat an attack on that: to refuse anything else is to refuse another attack. */
const REFUSED: Partial<Record<Property, (refusal: Refusal, trace: Trace) => boolean>> = {
  freshness: ({ frame }, trace) => {
    const sent = originsOf(frame, trace).map(({ at }) => at);
    return sent.length > 0 && frame.at - Math.max(...sent) > FRESH;
  },
  order: isOvertaken,
  'causal-order': isOvertaken,
  'agreement-order': isOvertaken,
};

/** Whoever was shown it before may refuse it as a copy; what keeps it from the others stands against what is attacked. */
const isNews = (trace: Trace): ((refusal: Refusal) => boolean) => {
  const shown = shownIn(trace);
  return ({ frame, reject }) =>
    !shown.some(({ who, bytes }) => who === reject.who && bodyOf(bytes) === bodyOf(frame.bytes));
};

/** The honest frames that a frame is or was made of: those with its body or, where it is nobody's, those of its place. */
function originsOf({ bytes }: Refusal['frame'], trace: Trace): EventOf<'frame-out'>[] {
  const [place, body] = [placeOf(bytes), bodyOf(bytes)];
  const sent = honestFrames(trace);
  const copied = sent.filter((frame) => bodyOf(frame.bytes) === body);
  return copied.length > 0 || place === null
    ? copied
    : sent.filter((frame) => placeOf(frame.bytes) === place);
}

/** Whether something that was sent after it had come to whoever refused it before it did. */
function isOvertaken({ frame, reject }: Refusal, trace: Trace): boolean {
  const last = originsOf(frame, trace).at(-1);
  if (!last) return false;
  const sent = honestFrames(trace);
  const later = sent.slice(sent.indexOf(last) + 1).filter(({ bytes }) => placeOf(bytes) !== null);
  const bodies = new Set(later.map(({ bytes }) => bodyOf(bytes)));
  return eventsOf(trace.slice(0, trace.indexOf(frame)), 'frame-in').some(
    ({ who, bytes }) => who === reject.who && placeOf(bytes) !== null && bodies.has(bodyOf(bytes)),
  );
}

/** Who carries the frames of others needs none of her own: what is refused then may be an honest frame in the wrong place. */
const isOnTheWay = ({ position }: AttackFacts): boolean =>
  position === 'relay' || position === 'relay+insider' || position === 'network';
