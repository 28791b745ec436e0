import type { WebSocket } from 'ws';
import type { Clock } from '../model/clock.js';
import type { Code } from '../model/code.js';
import type { Keys, Limits } from '../model/defense.js';
import type { Observe } from '../model/trace.js';
import { Heartbeat } from './heartbeat.js';
import { refusalOf } from './membership.js';
import { Rooms } from './rooms.js';
import type { Request } from './wire.js';

export interface SessionsOptions {
  readonly clock: Clock;
  readonly observe: Observe;
  readonly limits?: Limits;
  /** What a connection is called in the trace. */
  label(socket: WebSocket): string;
  /** The members' public keys, where they have any: joins and leaves must then be signed, if the limits say how. */
  readonly pinned?: Keys['pinned'];
}

/** Who is connected, who is in which room, and what the limits make of it. */
export class Sessions {
  readonly sockets = new Set<WebSocket>();
  readonly rooms = new Rooms<WebSocket>((socket) => this.sockets.has(socket));
  readonly #options: SessionsOptions;
  readonly #limits: Limits;
  readonly #challenges = new Map<WebSocket, string>();
  readonly #heartbeat: Heartbeat | null;
  #most = 0;

  constructor(options: SessionsOptions) {
    const { clock, limits = {} } = options;
    this.#options = options;
    this.#limits = limits;
    this.#heartbeat =
      limits.heartbeat === undefined
        ? null
        : new Heartbeat(clock, limits.heartbeat, this.sockets, (silent) => this.#expire(silent));
  }

  /** The connections that have yet to answer a heartbeat. */
  get unanswered(): ReadonlySet<WebSocket> {
    return this.#heartbeat?.unanswered ?? new Set();
  }

  /** The most sessions that there ever were. */
  get most(): number {
    return this.#most;
  }

  connected(socket: WebSocket, challenge: string): void {
    this.sockets.add(socket);
    this.#challenges.set(socket, challenge);
  }

  /** The coursework's relay forgets the socket and keeps the session (CWE-772). */
  closed(socket: WebSocket): void {
    this.sockets.delete(socket);
    this.#challenges.delete(socket);
    const removed = this.#limits.removesOnClose ? this.rooms.remove((other) => other === socket) : 0;
    if (removed > 0) this.#options.observe({ kind: 'act', code: 'session-removed' });
  }

  /** Why the limits refuse a request on this connection, null where they let it pass. */
  refusal(socket: WebSocket, request: Request): Code | null {
    const standing = {
      held: this.rooms.heldBy(socket),
      all: this.rooms.all(),
      challenge: this.#challenges.get(socket) ?? '',
    };
    return refusalOf(request, standing, this.#limits, this.#options.pinned);
  }

  /** Enters the nick; false where another living connection has it. */
  join(room: string, nick: string, socket: WebSocket): boolean {
    const joined = this.rooms.join(room, nick, socket);
    this.#most = Math.max(this.#most, this.rooms.size);
    return joined;
  }

  /** Who is sent what is said in a room: in the coursework's chat every open connection, member or not (CWE-319). */
  audience(room: string): WebSocket[] {
    const { membersOnly } = this.#limits;
    const sockets = [...this.sockets];
    if (!membersOnly) return sockets;
    const leftOut = sockets.filter((socket) => !this.rooms.isIn(room, socket));
    const whom = leftOut.map((socket) => this.#options.label(socket));
    if (whom.length > 0) this.#options.observe({ kind: 'act', code: 'withheld', whom });
    return sockets.filter((socket) => !leftOut.includes(socket));
  }

  #expire(silent: readonly WebSocket[]): void {
    for (const socket of silent) {
      this.sockets.delete(socket);
      socket.terminate();
    }
    const expired = this.rooms.remove((socket) => !this.sockets.has(socket));
    if (expired > 0) this.#options.observe({ kind: 'act', code: 'session-expired' });
  }
}
