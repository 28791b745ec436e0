/** Honest runs: conversations that nobody attacks, and what they came to. */
import { fight } from '../arena/fight.js';
import type { ForwardingHook } from '../chat/relay.js';
import { eventsOf, type Trace } from '../model/trace.js';
import { judgeBenign, type Outcome, refused } from '../referee/controls.js';
import type { Ground } from './cell.js';

/** Whose clock is off, and whether every message lay in store for a while. */
export interface Honest {
  readonly skews: Readonly<Record<string, number>>;
  readonly stored: boolean;
}

/** What an honest run came to: its trace is a thousand times as large, and need not cross from thread to thread. */
export interface HonestResult {
  /** Whether the machinery held. */
  readonly ran: boolean;
  /** As a benign control. */
  readonly control: Outcome;
  readonly deliveries: ReturnType<typeof refused>;
  /** All that the members sent, joins and heartbeats too, shared out among their messages. */
  readonly bytesAMessage: number;
}

/** Seconds that an honest courier keeps every message, as a server does for somebody who is offline. */
const STORE_SECONDS = 45;

const storing: ForwardingHook = ({ from }) =>
  from === 'relay' ? { do: 'forward' } : { do: 'delay', seconds: STORE_SECONDS };

/** Its trace, as `fight` answers it. */
export const honestRun = (ground: Ground, { skews, stored }: Honest): Promise<Trace> =>
  fight({ ...ground, skews, ...(stored ? { courier: storing } : {}) });

export const honestResult = (trace: Trace): HonestResult => ({
  ran: !trace.some(({ kind }) => kind === 'fault'),
  control: judgeBenign(trace),
  deliveries: refused(trace),
  bytesAMessage: bytesAMessage(trace),
});

function bytesAMessage(trace: Trace): number {
  const sent = eventsOf(trace, 'frame-out').filter(({ who }) => who !== 'relay');
  const bytes = sent.reduce((sum, { bytes }) => sum + Buffer.byteLength(bytes), 0);
  return bytes / Math.max(1, eventsOf(trace, 'send').length);
}
