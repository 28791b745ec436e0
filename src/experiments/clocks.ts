import { eventsOf, type Trace } from '../model/trace.js';
import type { Bench } from './bench.js';

/** What became of one author's messages on the way to everybody else. */
export interface Deliveries {
  readonly of: number;
  readonly refused: number;
  /** The codes of the refusals, each once, in order. */
  readonly codes: readonly string[];
}

/** Whose frame an honest program received: the nick in its header. */
const authorIn = (bytes: string): string | undefined => {
  const frame = JSON.parse(bytes) as { type?: string; header?: { nick?: string } };
  return frame.type === 'message' ? frame.header?.nick : undefined;
};

/** The deliveries of this author's messages to the others, as the others' programs wrote them down. */
export function deliveriesOf(author: string, trace: Trace): Deliveries {
  const frames = new Map(eventsOf(trace, 'frame-in').map((frame) => [frame.id, frame.bytes]));
  const shown = eventsOf(trace, 'accept').filter(
    (accept) => accept.author === author && accept.who !== author,
  );
  const refused = eventsOf(trace, 'reject').filter(
    ({ who, frame }) => who !== author && authorIn(frames.get(frame) ?? '{}') === author,
  );
  return {
    of: shown.length + refused.length,
    refused: refused.length,
    codes: [...new Set(refused.map(({ code }) => code))],
  };
}

/** The coursework's "subtract 45 s when sending": Alice's clock is behind, or ahead where positive. */
export const withAliceOff = async (bench: Bench, defense: string, seconds: number): Promise<Deliveries> =>
  deliveriesOf('alice', await bench.honest(defense, { skews: { alice: seconds } }));

/** Every message lies 45 s in store before it is delivered, as with somebody who was offline. */
export async function afterStore(bench: Bench, defense: string): Promise<Deliveries> {
  const trace = await bench.honest(defense, { stored: true });
  const all = [...new Set(eventsOf(trace, 'send').map(({ author }) => author))].map((author) =>
    deliveriesOf(author, trace),
  );
  const sum = (pick: 'of' | 'refused'): number => all.reduce((total, one) => total + one[pick], 0);
  return { of: sum('of'), refused: sum('refused'), codes: [...new Set(all.flatMap(({ codes }) => codes))] };
}

/** `6 of 6 deliveries refused (expired)` */
export const tellDeliveries = ({ of, refused, codes }: Deliveries): string =>
  `${refused} of ${of} deliveries refused${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`;
