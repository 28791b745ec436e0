import type { Tactic } from '../model/attack.js';
import type { TrialResult } from '../model/results.js';
import { type Event, eventsOf, honest, MALLORY, type Trace } from '../model/trace.js';
import type { Verdict } from '../model/verdict.js';
import { type Deed, deedOf } from './deed.js';
import { focus } from './focus.js';
import { heldBack } from './provenance.js';
import { isRight, redaction, steady } from './redaction.js';
import type { Draw, Tell } from './telling.js';

/** What is drawn of a trace, whatever draws it. Its texts are as they were chosen: whoever draws makes them harmless. */
export interface Scene {
  /** From left to right. */
  readonly cast: readonly Actor[];
  /** From top to bottom. */
  readonly steps: readonly SceneStep[];
  readonly verdict: Verdict;
}

export interface Actor {
  readonly nick: string;
  readonly name: string;
}

/** Who speaks: an honest program, the adversary, a check that refused or alarmed, what came of it all, the referee. */
export type Tone = 'honest' | 'adversary' | 'check' | 'shown' | 'verdict';

/** Actors are named by their place in the cast; an arrow that is `lost` does not arrive. `event` is the id in the trace. */
export type SceneStep =
  | {
      readonly kind: 'message' | 'lost';
      readonly from: number;
      readonly to: number;
      readonly label: string;
      readonly tone: Tone;
      readonly event: string;
      readonly deed?: Deed;
    }
  | {
      readonly kind: 'note';
      readonly over: number | 'all';
      readonly label: string;
      readonly tone: Tone;
      readonly event: string | null;
    };

/** The sentences that a scene is labelled with. */
export interface SceneTexts {
  readonly TELL: Tell;
  readonly DRAW: Draw;
  readonly verdict: Readonly<Record<Verdict, string>>;
}

export interface SceneOptions {
  /** Of the trial that the trace is of: its evidence chooses what is drawn. */
  readonly result: Pick<TrialResult, 'verdict' | 'evidence'>;
  /** Told first, where given. */
  readonly tactic?: Tactic;
  /** Leaves out what would be another in the next run: secrets, random bytes, the adversary's counts of them. */
  readonly repeatable?: boolean;
}

const RELAY = 'relay';

/** One real trace as a scene: the send in question, the adversary's deed, what came of it, the verdict. */
export function sceneOf(
  trace: Trace,
  { result, tactic, repeatable = false }: SceneOptions,
  texts: SceneTexts,
): Scene {
  const hide = repeatable ? steady(trace, '••••') : redaction(trace, '•');
  const events = focus(trace, result.evidence).filter((event) => !repeatable || event.kind !== 'did');
  const cast = castOf(events, trace);
  const place = (nick: string): number => Math.max(0, cast.indexOf(nick));
  const stage: Stage = { trace, cast, place, texts };
  const all = (label: string, tone: Tone): SceneStep => ({
    kind: 'note',
    over: 'all',
    label,
    tone,
    event: null,
  });
  const { TELL, DRAW } = texts;
  const steps = [
    ...(tactic ? [all(`${TELL.name(MALLORY)} ${tactic.does}`, 'adversary')] : []),
    ...events.flatMap((event) => stepOf(event, stage) ?? []),
    all(texts.verdict[result.verdict], 'verdict'),
  ];
  return {
    cast: cast.map((nick) => ({
      nick,
      name: nick === RELAY && isRogue(trace) ? DRAW.rogueRelay : TELL.name(nick),
    })),
    steps: steps.map((step) => hidden(step, hide)),
    verdict: result.verdict,
  };
}

function hidden(step: SceneStep, hide: (text: string) => string): SceneStep {
  const label = hide(step.label);
  if (step.kind === 'note' || step.deed === undefined) return { ...step, label };
  const { before, after } = step.deed;
  return {
    ...step,
    label,
    deed: { ...(before === undefined ? {} : { before: hide(before) }), after: hide(after) },
  };
}

interface Stage {
  readonly trace: Trace;
  readonly cast: readonly string[];
  readonly place: (nick: string) => number;
  readonly texts: SceneTexts;
}

/** Authors on the left, the relay, the adversary where she has a place of her own, the others on the right. */
function castOf(events: readonly Event[], trace: Trace): string[] {
  const authors = events.flatMap((event) => (event.kind === 'send' ? [event.author] : []));
  const apart =
    events.some((event) => event.who === MALLORY && event.kind !== 'did' && event.kind !== 'guess') ||
    !isRogue(trace);
  const others = events.flatMap((event) => [event.who, ...('to' in event ? [event.to] : [])]);
  const people = [
    ...new Set([...authors, RELAY, ...(apart && others.includes(MALLORY) ? [MALLORY] : []), ...others]),
  ];
  const known = new Set([...honest(trace), RELAY, ...(apart ? [MALLORY] : [])]);
  return people.filter((who) => known.has(who));
}

/** Whether the adversary stands on the relay's forwarding hook. */
const isRogue = (trace: Trace): boolean =>
  trace.some(
    (event) => event.kind === 'inject' || (event.kind === 'forward' && event.decision !== 'forward'),
  ) ||
  !trace.some((event) => event.who === MALLORY && ['frame-in', 'frame-out', 'held'].includes(event.kind));

function stepOf(event: Event, stage: Stage): SceneStep | null {
  const { texts, trace, place } = stage;
  const { TELL, DRAW } = texts;
  const note = (who: string, label: string, tone: Tone): SceneStep => ({
    kind: 'note',
    over: place(who),
    label,
    tone,
    event: event.id,
  });
  const arrow = (from: string, to: string, label: string, tone: Tone): SceneStep => {
    const deed = deedOf(event, trace);
    return {
      kind: 'message',
      from: place(from),
      to: place(to),
      label,
      tone,
      event: event.id,
      ...(deed ? { deed } : {}),
    };
  };
  const seat = stage.cast.includes(MALLORY) ? MALLORY : RELAY;
  switch (event.kind) {
    case 'send':
      return arrow(event.who, RELAY, TELL.quoted(event.text), 'honest');
    case 'forward':
    case 'inject':
      return delivery(event, stage);
    case 'did':
      return note(seat, `${TELL.name(MALLORY)} ${event.what}`, 'adversary');
    case 'frame-in':
      return event.who === MALLORY ? arrow(RELAY, MALLORY, DRAW.copy, 'honest') : null;
    case 'frame-out':
      return event.who === MALLORY
        ? arrow(MALLORY, RELAY, sentBefore(event.bytes, trace) ? DRAW.again : DRAW.ownFrame, 'adversary')
        : null;
    case 'held':
      return note(seat, TELL.held(event.source), 'adversary');
    case 'guess':
      return note(seat, DRAW.guessed(isRight(event, trace)), 'shown');
    case 'accept':
      return note(event.who, TELL.showed(TELL.name(event.author), TELL.quoted(event.text)), 'shown');
    case 'reject':
      return note(event.who, `${event.code}: ${TELL.refused(TELL.means(event.code))}`, 'check');
    case 'alarm':
      return note(
        event.who,
        TELL.alarmed(TELL.means(event.code), TELL.name(event.author), event.slot),
        'check',
      );
    case 'act':
      return note(event.who, TELL.acted(TELL.means(event.code)), 'check');
    case 'detonation':
      return note(event.who, event.executed ? TELL.ran : TELL.didNotRun(event.why), 'shown');
    case 'fault':
    case 'crash':
      return note(RELAY, TELL.wentWrong(event.what), 'shown');
    default:
      return null;
  }
}

/** Whether an honest program put the same bytes on the wire. */
const sentBefore = (bytes: string, trace: Trace): boolean =>
  eventsOf(trace, 'frame-out').some((event) => event.who !== MALLORY && event.bytes === bytes);

function delivery(
  event: Extract<Event, { kind: 'forward' | 'inject' }>,
  { trace, place, texts: { DRAW } }: Stage,
): SceneStep {
  const held = heldBack(event, trace.slice(0, trace.indexOf(event)));
  const deed = deedOf(event, trace);
  const lost = !held && event.kind === 'forward' && ['delay', 'drop'].includes(event.decision);
  const label = held
    ? DRAW.late(Math.round(event.at - held.at))
    : DRAW.decision[event.kind === 'inject' ? 'inject' : event.decision];
  return {
    kind: lost ? 'lost' : 'message',
    from: place(RELAY),
    to: place(event.to),
    label,
    tone: held || event.kind === 'inject' || event.decision !== 'forward' ? 'adversary' : 'honest',
    event: event.id,
    ...(deed ? { deed } : {}),
  };
}
