import type { WebSocket } from 'ws';
import type { Decision, Forwarding } from '../model/attack.js';
import type { Clock } from '../model/clock.js';
import type { Limits } from '../model/defense.js';
import { reasonOf } from '../model/failure.js';
import type { Observe } from '../model/trace.js';

/** Asked once for each frame and recipient; the honest relay forwards. */
export type ForwardingHook = (frame: Forwarding) => Decision | readonly Decision[];

export interface DeliveryOptions {
  readonly clock: Clock;
  readonly observe: Observe;
  readonly hook?: ForwardingHook;
  readonly limits?: Limits;
}

/** What a decision sends; null where it sends nothing. */
const bytesOf = (decision: Decision, before: string): string | null =>
  decision.do === 'drop' ? null : (('bytes' in decision ? decision.bytes : undefined) ?? before);

/** How frames leave the relay: one decision for each frame and recipient, and the trace of it. */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #nicks = new Map<WebSocket, string>();
  readonly #strangers = new Map<WebSocket, string>();
  #mostUnsent = 0;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** The most bytes that ever waited here for one reader. */
  get mostUnsent(): number {
    return this.#mostUnsent;
  }

  /** The first nick that a connection joins with names it in the trace. */
  name(socket: WebSocket, nick: string): void {
    if (!this.#nicks.has(socket)) this.#nicks.set(socket, nick);
  }

  /** The nick that a connection joined with first, or a name for it in the trace. */
  label(socket: WebSocket): string {
    const nick = this.#nicks.get(socket);
    if (nick !== undefined) return nick;
    if (!this.#strangers.has(socket)) this.#strangers.set(socket, `stranger-${this.#strangers.size + 1}`);
    return this.#strangers.get(socket)!;
  }

  /** A hook that throws is an adversary's mistake, not a crash of the chat: the trace says so. */
  forward(socket: WebSocket, from: string, before: string): void {
    try {
      this.#decide(socket, this.label(socket), from, before);
    } catch (error) {
      this.#options.observe({ kind: 'crash', what: `the forwarding hook threw: ${reasonOf(error)}` });
    }
  }

  /** Sends bytes that nobody asked the relay to carry, or that it held back. */
  inject(socket: WebSocket, to: string, bytes: string): void {
    this.#options.observe({ kind: 'inject', to, bytes });
    this.#send(socket, bytes);
  }

  #decide(socket: WebSocket, to: string, from: string, before: string): void {
    const { hook, observe, clock } = this.#options;
    const decided = hook?.({ to, from, bytes: before }) ?? { do: 'forward' };
    for (const decision of Array.isArray(decided) ? decided : [decided]) {
      const bytes = bytesOf(decision, before);
      observe({ kind: 'forward', to, from, decision: decision.do, before, bytes });
      if (bytes === null) continue;
      if (decision.do === 'delay') clock.later(decision.seconds * 1000, () => this.inject(socket, to, bytes));
      else this.#send(socket, bytes);
    }
  }

  /** What a reader does not read waits in this process: without a cap, as long as it likes (CWE-770). */
  #send(socket: WebSocket, bytes: string): void {
    const frame = Buffer.byteLength(bytes);
    if (this.#options.limits?.overflows?.(socket.bufferedAmount + frame, frame)) {
      this.#options.observe({ kind: 'act', code: 'buffer-capped' });
      return socket.terminate();
    }
    socket.send(bytes);
    this.#mostUnsent = Math.max(this.#mostUnsent, socket.bufferedAmount);
  }
}
