import { type Event, eventsOf, MALLORY, type Trace } from '../../src/model/trace.js';
import { visible } from '../../src/report/sanitize.js';
import { type Cast, placeOf, RELAY } from './cast.js';
import { useWords } from './context.js';
import { Flight } from './flight.js';
import { standingOf } from './knowledge.js';
import { Said } from './said.js';
import { isDelivery, type Step } from './steps.js';
import { meaningOf } from './telling.js';

interface StageProps {
  readonly cast: Cast;
  readonly trace: Trace;
  readonly step: Step | null;
  readonly speed: number;
  readonly onFrame: (event: Event) => void;
}

/** Everybody in a place of her own, what their screens show by now, and the frames of this moment on their way. */
export function Stage({ cast, trace, step, speed, onFrame }: StageProps) {
  const words = useWords();
  const past = step ? trace.slice(0, trace.indexOf(step.at(-1)!) + 1) : [];
  return (
    <section class="stage" aria-label={words.stage}>
      <h2 class="unseen">{words.stage}</h2>
      <Wires cast={cast} />
      {cast.members.map((nick) => (
        <Member key={nick} nick={nick} cast={cast} past={past} step={step} />
      ))}
      <Hub cast={cast} step={step} />
      {cast.apart && <Mallory cast={cast} step={step} />}
      {step?.map((event) =>
        isDelivery(event) || event.kind === 'frame-out' ? (
          <Flight key={event.id} event={event} cast={cast} speed={speed} onOpen={() => onFrame(event)} />
        ) : null,
      )}
    </section>
  );
}

const at = (who: string, cast: Cast): { left: string; top: string } => {
  const { x, y } = placeOf(who, cast);
  return { left: `${x}%`, top: `${y}%` };
};

/** Whoever stands low speaks upwards. */
const low = (who: string, cast: Cast): string => (placeOf(who, cast).y > 60 ? 'low' : '');

function Wires({ cast }: { readonly cast: Cast }) {
  const hub = placeOf(RELAY, cast);
  const others = [...cast.members, ...(cast.apart ? [MALLORY] : [])];
  return (
    <svg class="wires" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {others.map((who) => {
        const { x, y } = placeOf(who, cast);
        return (
          <line
            key={who}
            class={who === MALLORY ? 'wire hostile' : 'wire'}
            x1={hub.x}
            y1={hub.y}
            x2={x}
            y2={y}
            vector-effect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

const SHOWN = 2;

interface MemberProps {
  readonly nick: string;
  readonly cast: Cast;
  readonly past: Trace;
  readonly step: Step | null;
}

function Member({ nick, cast, past, step }: MemberProps) {
  const words = useWords();
  const name = words.name(visible(nick));
  const shown = eventsOf(past, 'accept')
    .filter(({ who }) => who === nick)
    .slice(-SHOWN);
  return (
    <div class={`person ${low(nick, cast)}`} style={at(nick, cast)} data-who={nick}>
      <h3>{name}</h3>
      <ol class="screen" aria-label={words.screenOf(name)}>
        {shown.length === 0 && <li class="empty">{words.screenEmpty}</li>}
        {shown.map((event) => {
          const standing = standingOf(event, past);
          return (
            <li key={event.id} class={`shown ${standing}`}>
              <span class="line">
                <b>{words.name(visible(event.author))}</b> <span class="said">{visible(event.text)}</span>
              </span>
              {standing !== 'true' && <em>{words.standing[standing]}</em>}
            </li>
          );
        })}
      </ol>
      <Moment who={nick} step={step} />
    </div>
  );
}

/** What somebody does at this moment beside sending frames. */
function Moment({ who, step }: { readonly who: string; readonly step: Step | null }) {
  const words = useWords();
  const reactions = step?.filter((event) => bubbleClass(event) !== null) ?? [];
  const event = reactions.find((reaction) => reaction.who === who);
  if (!event) return null;
  // Where several speak at once there is room for a word each; the caption says the rest.
  const alone = reactions.every((reaction) => reaction.who === who);
  return (
    <p class={`bubble ${bubbleClass(event)} ${alone ? '' : 'brief'}`}>
      {event.kind === 'send' && words.quote(visible(event.text))}
      {(event.kind === 'reject' || event.kind === 'alarm' || event.kind === 'act') && (
        <>
          <b>{visible(event.code)}</b> {alone && meaningOf(event.code, words)}
        </>
      )}
    </p>
  );
}

function bubbleClass({ kind }: Event): string | null {
  return kind === 'send' || kind === 'reject' || kind === 'alarm' || kind === 'act' ? kind : null;
}

function Hub({ cast, step }: { readonly cast: Cast; readonly step: Step | null }) {
  const words = useWords();
  return (
    <div class={cast.rogue ? 'hub hostile' : 'hub'} style={at(RELAY, cast)}>
      <h3>{cast.rogue ? words.rogueRelay : words.relay}</h3>
      {!cast.apart && <Deed step={step} />}
      <Moment who={RELAY} step={step} />
    </div>
  );
}

function Mallory({ cast, step }: { readonly cast: Cast; readonly step: Step | null }) {
  const words = useWords();
  return (
    <div class={`hub hostile ${low(MALLORY, cast)}`} style={at(MALLORY, cast)}>
      <h3>{words.mallory}</h3>
      <Deed step={step} />
    </div>
  );
}

/** What Mallory says she does. */
function Deed({ step }: { readonly step: Step | null }) {
  const event = step?.find(({ kind }) => kind === 'did' || kind === 'held' || kind === 'guess');
  if (event?.kind === 'did')
    return (
      <p class="bubble did">
        <Said text={event.what} />
      </p>
    );
  if (event?.kind === 'held')
    return (
      <p class="bubble did">
        <Said text={event.source} />
      </p>
    );
  return event?.kind === 'guess' ? <p class="bubble did">{visible(event.text)}</p> : null;
}
