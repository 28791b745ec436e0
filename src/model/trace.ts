import type { Code } from './code.js';

/** What somebody did or saw. `bytes` are the text of one WebSocket message, exactly as it crossed. */
export type Observation =
  /* Ground truth: written by an honest sender before transmission and by an honest receiver at display. */
  /** The relay has let her in, and her program hears what is said. */
  | { readonly kind: 'admitted'; readonly room: string }
  /** Her program has told her that she is in the room: from here on she is owed what is said there. */
  | { readonly kind: 'join'; readonly room: string }
  | { readonly kind: 'leave'; readonly room: string }
  /** This person did not get in: the relay refused her, or her own program refused the connection. */
  | { readonly kind: 'turned-away'; readonly room: string; readonly code: string }
  /** Somebody wanted to say something and her program refused to send it. */
  | { readonly kind: 'unsaid'; readonly room: string; readonly code: Code }
  | {
      readonly kind: 'send';
      readonly author: string;
      readonly room: string;
      readonly slot: number;
      readonly text: string;
      readonly secret?: string;
    }
  | {
      readonly kind: 'accept';
      readonly marked?: boolean;
      readonly author: string;
      readonly room: string;
      readonly slot: number;
      readonly text: string;
      readonly frame: string;
    }
  /** The password that the members had agreed on, written down where the attack is on it. */
  | { readonly kind: 'password'; readonly text: string }
  /* What the honest programs did beside. */
  | { readonly kind: 'frame-out'; readonly bytes: string }
  | { readonly kind: 'frame-in'; readonly bytes: string; readonly from?: string }
  | {
      readonly kind: 'forward';
      readonly to: string;
      readonly from: string;
      readonly decision: DecisionWord;
      readonly before: string;
      readonly bytes: string | null;
    }
  /** What TLS was given and refused, beneath all frames: a certificate, or a record. */
  | { readonly kind: 'tls-in'; readonly bytes: string }
  | { readonly kind: 'log'; readonly line: string }
  /** `why`: what a part said that failed instead of answering. */
  | { readonly kind: 'reject'; readonly code: Code; readonly frame: string; readonly why?: string }
  | {
      readonly kind: 'alarm';
      readonly code: Code;
      readonly author: string;
      readonly room: string;
      readonly slot: number;
    }
  /** `whom`: the connections that the relay did it to, where it says so, each by its label. */
  | { readonly kind: 'act'; readonly code: Code; readonly whom?: readonly string[] }
  | { readonly kind: 'crash'; readonly what: string }
  /* The adversary's, as the arena saw it. */
  | { readonly kind: 'did'; readonly what: string }
  | { readonly kind: 'inject'; readonly to: string; readonly bytes: string }
  | { readonly kind: 'held'; readonly source: string; readonly bytes: string }
  | { readonly kind: 'guess'; readonly text: string }
  /* The arena's own. */
  | {
      readonly kind: 'detonation';
      readonly place: string;
      readonly executed: boolean;
      readonly why: string;
      readonly frame: string;
    }
  /** The most that the relay has held so far of something that costs it memory. */
  | { readonly kind: 'gauge'; readonly counter: Counter; readonly value: number }
  | { readonly kind: 'fault'; readonly what: string };

/** Sessions; bytes waiting for one reader; bytes buffered for one incoming message. */
export const COUNTERS = ['sessions', 'unsent', 'received'] as const;
export type Counter = (typeof COUNTERS)[number];

export type DecisionWord = 'forward' | 'drop' | 'delay' | 'replace' | 'inject';

/** One entry of the trace. `id` is `<who>#<n>`, stable; `at` is virtual time in seconds since the trial began. */
export type Event = Observation & { readonly id: string; readonly who: string; readonly at: number };
export type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>;
export type Trace = readonly Event[];

/** Takes one observation and returns the id of the event it became. */
export type Observe = (observation: Observation) => string;

/** The events of one kind, typed. */
export function eventsOf<K extends Event['kind']>(trace: Trace, kind: K): EventOf<K>[] {
  return trace.filter((event): event is EventOf<K> => event.kind === kind);
}

/** The adversary's nick, and who she is in a trace. */
export const MALLORY = 'mallory';

/** Who the honest people are: those whose own programs the relay let in, or would have. */
export const honest = (trace: Trace): Set<string> =>
  new Set(
    [...eventsOf(trace, 'admitted'), ...eventsOf(trace, 'join'), ...eventsOf(trace, 'turned-away')].map(
      (event) => event.who,
    ),
  );

/** Whether an adversary did it: a delivery that she touched or made, a frame of her own. */
export const isDeed = (event: Event): boolean =>
  event.kind === 'inject' ||
  (event.kind === 'forward' && event.decision !== 'forward') ||
  (event.kind === 'frame-out' && event.who === MALLORY);

/** The frame in which what was said left its author's program. */
export const carrierOf = (send: EventOf<'send'>, trace: Trace): EventOf<'frame-out'> | undefined =>
  eventsOf(trace.slice(trace.indexOf(send)), 'frame-out').find(({ who }) => who === send.who);
