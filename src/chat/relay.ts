import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Clock } from '../model/clock.js';
import type { AnnouncedKey, Credentials, Keys, Limits, RelayLogging } from '../model/defense.js';
import type { Counter, Observe } from '../model/trace.js';
import type { Codec } from './codec.js';
import { Delivery, type ForwardingHook } from './delivery.js';
import { Gate } from './gate.js';
import { RelayLog } from './relay-log.js';
import { Sessions } from './sessions.js';
import {
  encodeFrame,
  type JoinFrame,
  type MessageFrame,
  type ReplyBody,
  type Request,
  WIRE_VERSION,
} from './wire.js';

export type { ForwardingHook } from './delivery.js';
export { LOOPBACK } from './gate.js';

const CHALLENGE_BYTES = 16;

export interface RelayOptions {
  readonly codec: Codec;
  readonly clock: Clock;
  readonly observe: Observe;
  /** Takes one line of the log, without its newline. */
  readonly log: (line: string) => void;
  readonly hook?: ForwardingHook;
  readonly limits?: Limits;
  readonly logging?: RelayLogging;
  /** 32 bytes for the log's digests or cipher. */
  readonly logKey?: Uint8Array;
  /** With them the relay speaks TLS only. */
  readonly credentials?: Promise<Pick<Credentials, 'cert' | 'key'>>;
  /** The members' public keys, where they have any: joins and leaves must then be signed, if the limits say how. */
  readonly pinned?: Keys['pinned'];
}

/**
 * The chat's server: every frame crosses it. It answers join, leave, list and message, and broadcasts a message
 * to every open socket, bytes untouched. A rogue server is this relay with an adversary on its forwarding hook.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #gate: Gate;
  readonly #delivery: Delivery;
  readonly #log: RelayLog;
  readonly #limits: Limits;
  readonly #maxPayload: number;
  readonly #sessions: Sessions;
  #salt: string | null = null;
  /** The public keys that members announced, where they do. */
  readonly #keys = new Map<string, string>();
  #mostReceived = 0;

  constructor(options: RelayOptions) {
    const { codec, clock, observe, log, limits = {}, logging, logKey, credentials } = options;
    this.#options = options;
    this.#limits = limits;
    this.#maxPayload = Math.min(codec.maxBytes ?? Infinity, limits.maxPayload ?? Infinity);
    this.#delivery = new Delivery(options);
    this.#log = new RelayLog({
      clock,
      observe,
      write: log,
      ...(logging ? { logging } : {}),
      ...(logKey ? { key: logKey } : {}),
    });
    this.#sessions = new Sessions({ ...options, label: (socket) => this.#delivery.label(socket) });
    this.#gate = new Gate({
      ...(this.#maxPayload === Infinity ? {} : { maxPayload: this.#maxPayload }),
      noCompression: limits.noCompression ?? false,
      ...(credentials ? { credentials } : {}),
      challenge: () => randomBytes(CHALLENGE_BYTES).toString('hex'),
      welcome: (socket, challenge) => this.#welcome(socket, challenge),
    });
  }

  /** Starts listening on a free loopback port and answers its address. */
  listen(port = 0): Promise<string> {
    return this.#gate.listen(port);
  }

  /** The relay's ends of all open connections. */
  get sockets(): ReadonlySet<WebSocket> {
    return this.#sessions.sockets;
  }

  /** The relay's ends of the connections with these labels. */
  ends(labels: ReadonlySet<string>): WebSocket[] {
    return [...this.sockets].filter((socket) => labels.has(this.#delivery.label(socket)));
  }

  /** The relay's ends of the connections that have yet to answer a heartbeat. */
  get unanswered(): ReadonlySet<WebSocket> {
    return this.#sessions.unanswered;
  }

  /** The most that the relay ever held of what costs it memory. */
  get peaks(): Readonly<Record<Counter, number>> {
    return { sessions: this.#sessions.most, unsent: this.#delivery.mostUnsent, received: this.#mostReceived };
  }

  /** Sends bytes to the connection of this nick as if they were forwarded; false where nobody has it. */
  inject(to: string, bytes: string): boolean {
    const socket = [...this.sockets].find((candidate) => this.#delivery.label(candidate) === to);
    if (socket) this.#delivery.inject(socket, to, bytes);
    return socket !== undefined;
  }

  /** Ends all connections at once and stops listening. */
  async close(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    await this.#gate.close();
  }

  #welcome(socket: WebSocket, challenge: string): void {
    this.#sessions.connected(socket, challenge);
    socket.on('message', (data, isBinary) => this.#receive(socket, data.toString(), isBinary));
    socket.on('close', () => this.#sessions.closed(socket));
    // A malformed WebSocket frame (two bytes suffice) is an `error` event, and a crash where nobody listens.
    socket.on('error', (error) => {
      if ('code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') this.#refuseSize();
      socket.terminate();
    });
  }

  /** The library stops before it keeps more than the cap of one message, inflated or not; that much it may have kept. */
  #refuseSize(): void {
    this.#mostReceived = Math.max(this.#mostReceived, this.#maxPayload);
    const code = this.#limits.maxPayload === this.#maxPayload ? 'payload-too-large' : 'over-size';
    this.#options.observe({ kind: 'act', code });
  }

  #receive(socket: WebSocket, bytes: string, isBinary: boolean): void {
    this.#mostReceived = Math.max(this.#mostReceived, Buffer.byteLength(bytes));
    const frame = this.#options.observe({ kind: 'frame-in', bytes, from: this.#delivery.label(socket) });
    // A frame is a text message: as a binary one it would have a second encoding, and bytes that are no text.
    const decoded = isBinary ? NOT_A_FRAME : this.#options.codec.frame(bytes);
    if (!decoded.ok) {
      this.#options.observe({ kind: 'reject', code: decoded.code, frame });
      return this.#reply(socket, 0, 'unknown', { ok: false, error: decoded.code });
    }
    const request = decoded.value;
    if (request.type === 'reply')
      return this.#reply(socket, 0, 'reply', { ok: false, error: 'malformed-frame' });
    const body =
      request.v === WIRE_VERSION ? this.#admit(socket, request, bytes, frame) : refuse('bad-version');
    if (!body.ok) this.#log.note({ event: request.type, error: body.error });
    // A lenient codec lets any id through; an answer must be readable all the same.
    const re = Number.isSafeInteger(request.header.id) ? request.header.id : 0;
    this.#reply(socket, re, request.type, body);
  }

  /** Limits come before everything that costs or changes anything. */
  #admit(socket: WebSocket, request: Request, bytes: string, frame: string): ReplyBody {
    const code = this.#sessions.refusal(socket, request);
    if (code === null) return this.#answer(socket, request, bytes);
    this.#options.observe({ kind: 'reject', code, frame });
    return refuse(code);
  }

  #answer(socket: WebSocket, request: Request, bytes: string): ReplyBody {
    if (request.type === 'join') return this.#join(socket, request);
    if (request.type === 'list') return { ok: true, rooms: this.#sessions.rooms.names() };
    const { room, nick } = request.header;
    if (!this.#sessions.rooms.has(room)) return refuse('unknown-room');
    if (!this.#sessions.rooms.isIn(room, socket)) return refuse('not-joined');
    if (request.type === 'message') return this.#broadcast(socket, request, bytes);
    if (request.type === 'control') return this.#spread(socket, room, bytes);
    this.#sessions.rooms.leave(room, nick);
    this.#log.note({ event: 'leave', room, nick });
    return { ok: true, roster: this.#sessions.rooms.roster(room) };
  }

  #join(socket: WebSocket, { header: { room, nick }, body }: JoinFrame): ReplyBody {
    if (!this.#sessions.join(room, nick, socket)) return refuse('nick-in-use');
    this.#delivery.name(socket, nick);
    if (typeof body?.salt === 'string') this.#salt ??= body.salt;
    if (typeof body?.key === 'string') this.#keys.set(nick, body.key);
    this.#log.note({ event: 'join', room, nick });
    const salt = this.#salt === null ? {} : { salt: this.#salt };
    const roster = this.#sessions.rooms.roster(room);
    return { ok: true, ...salt, roster, ...this.#keysOf(roster) };
  }

  /** The keys of those in a room who announced any, as it was told them. */
  #keysOf(roster: readonly string[]): { readonly keys?: readonly AnnouncedKey[] } {
    const keys = roster.flatMap((nick) => {
      const key = this.#keys.get(nick);
      return key === undefined ? [] : [{ nick, key }];
    });
    return keys.length > 0 ? { keys } : {};
  }

  #broadcast(from: WebSocket, { header: { room, nick }, body }: MessageFrame, bytes: string): ReplyBody {
    this.#log.note({ event: 'message', room, nick, body, size: Buffer.byteLength(body) });
    return this.#spread(from, room, bytes);
  }

  #spread(from: WebSocket, room: string, bytes: string): ReplyBody {
    const label = this.#delivery.label(from);
    for (const socket of this.#sessions.audience(room)) this.#delivery.forward(socket, label, bytes);
    return { ok: true };
  }

  #reply(socket: WebSocket, re: number, to: string, body: ReplyBody): void {
    const frame = { v: WIRE_VERSION, type: 'reply', header: { re, to }, body } as const;
    this.#delivery.forward(socket, 'relay', encodeFrame(frame));
  }
}

const NOT_A_FRAME = { ok: false, code: 'malformed-frame' } as const;

const refuse = (error: string): ReplyBody => ({ ok: false, error });
