import { useEffect, useRef } from 'preact/hooks';
import type { Trace } from '../../src/model/trace.js';
import { frameOf, originOf } from '../../src/report/provenance.js';
import { visible } from '../../src/report/sanitize.js';
import { useWords } from './context.js';
import { Dialog } from './dialog.js';
import { bytesOf, type FrameEvent } from './flight.js';
import { compare } from './frames.js';

interface BytesProps {
  readonly event: FrameEvent;
  readonly trace: Trace;
  readonly onClose: () => void;
}

/** A frame byte by byte; where Mallory had a hand in it, beside what it was made from, the difference marked. */
export function Bytes({ event, trace, onClose }: BytesProps) {
  const words = useWords();
  const after = event.kind === 'forward' ? event.bytes : event.bytes;
  const before = beforeOf(event, trace);
  return (
    <Dialog title={words.bytesTitle} onClose={onClose}>
      <p class="event-id">
        <code>{event.id}</code> · {words.time(event.at)}
      </p>
      {before === null && <Block title={words.bytes} text={bytesOf(event)} />}
      {before !== null && after === null && (
        <>
          <Block title={words.before} text={before} />
          <p>
            <strong>{words.notDelivered}</strong>
          </p>
        </>
      )}
      {before !== null && after !== null && before === after && (
        <>
          <Block title={words.bytes} text={after} />
          <p>{words.sameBytes([...after].length)}</p>
        </>
      )}
      {before !== null && after !== null && before !== after && <Difference before={before} after={after} />}
    </Dialog>
  );
}

/** What the bytes were made from: what the relay received, or the honest frame that Mallory's own goes back to. */
function beforeOf(event: FrameEvent, trace: Trace): string | null {
  if (event.kind === 'forward') return event.decision === 'inject' ? null : event.before;
  if (event.kind === 'frame-out' && event.who !== 'mallory') return null;
  const origin = originOf(event.bytes, trace.slice(0, trace.indexOf(event)));
  return (origin && frameOf(origin, trace)) ?? null;
}

function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const words = useWords();
  const { start, before: was, after: is, end } = compare(before, after);
  return (
    <>
      <Block title={words.before} text={start} changed={was} rest={end} kind="was" />
      <Block title={words.after} text={start} changed={is} rest={end} kind="is" />
      <p>{words.changed([...was].length, [...is].length)}</p>
    </>
  );
}

interface BlockProps {
  readonly title: string;
  readonly text: string;
  readonly changed?: string;
  readonly rest?: string;
  readonly kind?: 'was' | 'is';
}

function Block({ title, text, changed = '', rest = '', kind }: BlockProps) {
  const marked = useRef<HTMLElement>(null);
  useEffect(() => marked.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <figure class="bytes">
      <figcaption>{title}</figcaption>
      <pre>
        {visible(text)}
        {changed !== '' && (
          <mark ref={marked} class={kind}>
            {visible(changed)}
          </mark>
        )}
        {visible(rest)}
      </pre>
    </figure>
  );
}
