import type { Tactic } from '../model/attack.js';
import { factOf } from '../model/code.js';
import type { TrialResult } from '../model/results.js';
import { type Event, eventsOf, type Trace } from '../model/trace.js';
import { focus } from './focus.js';
import { WORD_OF } from './glyphs.js';
import { wrap } from './look.js';
import { ADVERSARY, heldBack } from './provenance.js';
import { redaction, steady } from './redaction.js';
import { mermaid } from './sanitize.js';
import { DRAW, TELL } from './telling.js';

export interface DiagramOptions {
  /** Of the trial that the trace is of: its evidence chooses what is drawn. */
  readonly result: Pick<TrialResult, 'verdict' | 'evidence'>;
  /** Told first, where given. */
  readonly tactic?: Tactic;
  /** Leaves out what would be another in the next run: secrets, random bytes, the adversary's counts of them. */
  readonly repeatable?: boolean;
}

/** Columns after which a label breaks. */
const LABEL = 44;
const RELAY = 'relay';

/** One real trace as a Mermaid sequence diagram: the send in question, the adversary's deed, what came of it. */
export function sequenceDiagram(
  trace: Trace,
  { result, tactic, repeatable = false }: DiagramOptions,
): string {
  const hide = repeatable ? steady(trace, '••••') : redaction(trace, '•');
  const events = focus(trace, result.evidence).filter((event) => !repeatable || event.kind !== 'did');
  const cast = castOf(events, trace);
  const draw: Drawing = {
    trace,
    cast,
    id: (nick) => `P${cast.indexOf(nick) + 1 || 1}`,
    safe: (text) => labelled(hide(text)),
  };
  const all = (text: string): string =>
    `Note over ${cast.length > 1 ? `P1,P${cast.length}` : 'P1'}: ${draw.safe(text)}`;
  const lines = [
    ...cast.map(
      (nick) =>
        `participant ${draw.id(nick)} as ${labelled(nick === RELAY && isRogue(trace) ? DRAW.rogueRelay : TELL.name(nick))}`,
    ),
    ...(tactic ? [all(`${TELL.name(ADVERSARY)} ${tactic.does}`)] : []),
    ...events.flatMap((event) => lineOf(event, draw) ?? []),
    all(WORD_OF[result.verdict]),
  ];
  return ['sequenceDiagram', ...lines.map((line) => `  ${line}`)].join('\n');
}

interface Drawing {
  readonly trace: Trace;
  readonly cast: readonly string[];
  readonly id: (nick: string) => string;
  readonly safe: (text: string) => string;
}

/** Sanitised, and broken into lines by a tag of our own. */
const labelled = (text: string): string => wrap(text, LABEL).split('\n').map(mermaid).join('<br/>') || ' ';

/** Authors on the left, the relay, the adversary where she has a place of her own, the others on the right. */
function castOf(events: readonly Event[], trace: Trace): string[] {
  const authors = events.flatMap((event) => (event.kind === 'send' ? [event.author] : []));
  const apart =
    events.some((event) => event.who === ADVERSARY && event.kind !== 'did' && event.kind !== 'guess') ||
    !isRogue(trace);
  const others = events.flatMap((event) => [event.who, ...('to' in event ? [event.to] : [])]);
  const people = [
    ...new Set([...authors, RELAY, ...(apart && others.includes(ADVERSARY) ? [ADVERSARY] : []), ...others]),
  ];
  const known = new Set([
    ...eventsOf(trace, 'join').map((event) => event.who),
    RELAY,
    ...(apart ? [ADVERSARY] : []),
  ]);
  return people.filter((who) => known.has(who));
}

/** Whether the adversary stands on the relay's forwarding hook. */
const isRogue = (trace: Trace): boolean =>
  trace.some(
    (event) => event.kind === 'inject' || (event.kind === 'forward' && event.decision !== 'forward'),
  ) ||
  !trace.some((event) => event.who === ADVERSARY && ['frame-in', 'frame-out', 'held'].includes(event.kind));

function lineOf(event: Event, draw: Drawing): string | null {
  const { id, safe } = draw;
  const note = (who: string, text: string): string => `Note over ${id(who)}: ${safe(text)}`;
  const seat = draw.cast.includes(ADVERSARY) ? ADVERSARY : RELAY;
  switch (event.kind) {
    case 'send':
      return `${id(event.who)}->>${id(RELAY)}: ${safe(DRAW.says(event.text))}`;
    case 'forward':
    case 'inject':
      return delivery(event, draw);
    case 'did':
      return note(seat, `${TELL.name(ADVERSARY)} ${event.what}`);
    case 'frame-in':
      return event.who === ADVERSARY ? `${id(RELAY)}->>${id(ADVERSARY)}: ${safe(DRAW.copy)}` : null;
    case 'frame-out':
      return event.who === ADVERSARY
        ? `${id(ADVERSARY)}->>${id(RELAY)}: ${safe(sentBefore(event.bytes, draw.trace) ? DRAW.again : DRAW.ownFrame)}`
        : null;
    case 'held':
      return note(seat, TELL.held(event.source));
    case 'guess':
      return note(
        seat,
        eventsOf(draw.trace, 'send').some((send) => send.secret === event.text)
          ? DRAW.guessedRight
          : DRAW.guessedWrong,
      );
    case 'accept':
      return note(event.who, TELL.showed(TELL.name(event.author), DRAW.says(event.text)));
    case 'reject':
      return note(event.who, `${event.code}: ${TELL.refused(factOf(event.code).means)}`);
    case 'alarm':
      return note(event.who, TELL.alarmed(factOf(event.code).means, TELL.name(event.author), event.slot));
    case 'act':
      return note(event.who, TELL.acted(factOf(event.code).means));
    case 'detonation':
      return note(event.who, event.executed ? TELL.ran : TELL.didNotRun(event.why));
    case 'fault':
    case 'crash':
      return note(RELAY, TELL.wentWrong(event.what));
    default:
      return null;
  }
}

/** Whether an honest program put the same bytes on the wire. */
const sentBefore = (bytes: string, trace: Trace): boolean =>
  eventsOf(trace, 'frame-out').some((event) => event.who !== ADVERSARY && event.bytes === bytes);

function delivery(
  event: Extract<Event, { kind: 'forward' | 'inject' }>,
  { trace, id, safe }: Drawing,
): string {
  const held = heldBack(event, trace.slice(0, trace.indexOf(event)));
  const to = id(event.to);
  if (held) return `${id(RELAY)}->>${to}: ${safe(DRAW.late(Math.round(event.at - held.at)))}`;
  if (event.kind === 'inject') return `${id(RELAY)}->>${to}: ${safe(DRAW.decision.inject)}`;
  const arrow = { forward: '->>', replace: '->>', inject: '->>', delay: '--x', drop: '--x' }[event.decision];
  return `${id(RELAY)}${arrow}${to}: ${safe(DRAW.decision[event.decision])}`;
}
