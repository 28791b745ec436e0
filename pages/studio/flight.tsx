import type { DecisionWord, EventOf } from '../../src/model/trace.js';
import { bodyOf } from '../../src/report/provenance.js';
import { visible } from '../../src/report/sanitize.js';
import { type Cast, placeOf, RELAY } from './cast.js';
import { useWords } from './context.js';
import { kindOf, wordsIn } from './frames.js';

export type FrameEvent = EventOf<'forward'> | EventOf<'inject'> | EventOf<'frame-out'>;

interface FlightProps {
  readonly event: FrameEvent;
  readonly cast: Cast;
  readonly speed: number;
  readonly onOpen: () => void;
}

/** Signs of a frame's label. */
const LABEL = 34;

/** One frame between two people, as the trace has it; a click shows its bytes. */
export function Flight({ event, cast, speed, onOpen }: FlightProps) {
  const words = useWords();
  const [from, to] = event.kind === 'frame-out' ? [event.who, RELAY] : [RELAY, event.to];
  const [start, end] = [placeOf(from, cast), placeOf(to, cast)];
  const decision = decisionOf(event);
  const stop = { forward: 0.5, replace: 0.5, inject: 0.5, drop: 0.36, delay: 0.3 }[decision ?? 'forward'];
  const name = (who: string): string => (who === RELAY ? words.relay : words.name(visible(who)));
  return (
    <button
      type="button"
      class={`frame ${decision ?? 'sent'}`}
      data-event={event.id}
      onClick={onOpen}
      style={{
        '--from-x': `${start.x}%`,
        '--from-y': `${start.y}%`,
        '--to-x': `${start.x + (end.x - start.x) * stop}%`,
        '--to-y': `${start.y + (end.y - start.y) * stop}%`,
        '--ms': `${Math.round(1100 / speed)}ms`,
      }}
    >
      <span class="unseen">{words.frameLabel(name(from), name(to))}</span>
      <Label bytes={bytesOf(event)} />
      {decision && decision !== 'forward' && <strong>{words.arrows[decision]}</strong>}
    </button>
  );
}

const decisionOf = (event: FrameEvent): DecisionWord | null =>
  event.kind === 'forward' ? event.decision : event.kind === 'inject' ? 'inject' : null;

export const bytesOf = (event: FrameEvent): string =>
  event.kind === 'forward' ? (event.bytes ?? event.before) : event.bytes;

/** What anybody sees of a frame as it passes: its words where they are in clear, else its kind or the beginning of its body. */
function Label({ bytes }: { readonly bytes: string }) {
  const words = useWords();
  const read = wordsIn(bytes);
  if (read !== null) return <span class="clear">{visible(clipped(read))}</span>;
  const [kind, body] = [kindOf(bytes), bodyOf(bytes)];
  if (body === null || kind !== 'message')
    return <span class="clear">{visible(clipped(kind ?? bytes))}</span>;
  return (
    <span class="sealed">
      <i>{words.sealed}</i> {visible(body.slice(0, 10))}…
    </span>
  );
}

const clipped = (text: string): string => (text.length > LABEL ? `${text.slice(0, LABEL)}…` : text);
