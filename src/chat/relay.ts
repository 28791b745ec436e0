import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Decision, Forwarding } from '../model/attack.js';
import type { Clock } from '../model/clock.js';
import type { Observe } from '../model/trace.js';
import type { Codec } from './codec.js';
import { Rooms } from './rooms.js';
import {
  encodeFrame,
  type JoinFrame,
  type MessageFrame,
  type ReplyBody,
  type Request,
  WIRE_VERSION,
} from './wire.js';

/** Every server of the laboratory listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** Asked once for each frame and recipient; the honest relay forwards. */
export type ForwardingHook = (frame: Forwarding) => Decision | readonly Decision[];

export interface RelayOptions {
  readonly codec: Codec;
  readonly clock: Clock;
  readonly observe: Observe;
  /** Takes one line of the log, without its newline. */
  readonly log: (line: string) => void;
  readonly hook?: ForwardingHook;
}

/**
 * The chat's server: every frame crosses it. It answers join, leave, list and message, and broadcasts a message
 * to every open socket, bytes untouched. A rogue server is this relay with an adversary on its forwarding hook.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #http: Server;
  readonly #sockets = new Set<WebSocket>();
  readonly #rooms = new Rooms<WebSocket>((socket) => this.#sockets.has(socket));
  readonly #nicks = new Map<WebSocket, string>();
  readonly #strangers = new Map<WebSocket, string>();
  #salt: string | null = null;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#http = createServer((_, response) => response.writeHead(426).end());
    // `none` is the chat as students meet it: compression on, no limit of its own. Without context takeover the
    // library's threshold holds (1024 bytes), else it would deflate every frame, however small.
    const { maxBytes } = options.codec;
    const server = new WebSocketServer({
      server: this.#http,
      ...(maxBytes === undefined ? {} : { maxPayload: maxBytes }),
      perMessageDeflate: { serverNoContextTakeover: true, clientNoContextTakeover: true },
    });
    server.on('connection', (socket) => this.#welcome(socket));
  }

  /** Starts listening on a free loopback port and answers its address. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject).listen(port, LOOPBACK, resolve);
    });
    return `ws://${LOOPBACK}:${(this.#http.address() as AddressInfo).port}`;
  }

  /** The relay's ends of all open connections. */
  get sockets(): ReadonlySet<WebSocket> {
    return this.#sockets;
  }

  /** The relay's ends of the connections with these labels. */
  ends(labels: ReadonlySet<string>): WebSocket[] {
    return [...this.#sockets].filter((socket) => labels.has(this.#label(socket)));
  }

  /** Sends bytes to the connection of this nick as if they were forwarded; false where nobody has it. */
  inject(to: string, bytes: string): boolean {
    const socket = [...this.#sockets].find((candidate) => this.#label(candidate) === to);
    socket?.send(bytes);
    if (socket) this.#options.observe({ kind: 'inject', to, bytes });
    return socket !== undefined;
  }

  /** Ends all connections at once and stops listening. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    await new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
      this.#http.closeAllConnections();
    });
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('message', (data, isBinary) => this.#receive(socket, data.toString(), isBinary));
    socket.on('close', () => this.#sockets.delete(socket));
    // A malformed WebSocket frame (two bytes suffice) is an `error` event, and a crash where nobody listens.
    socket.on('error', () => socket.terminate());
  }

  #receive(socket: WebSocket, bytes: string, isBinary: boolean): void {
    const frame = this.#options.observe({ kind: 'frame-in', bytes, from: this.#label(socket) });
    // A frame is a text message: as a binary one it would have a second encoding, and bytes that are no text.
    const decoded = isBinary ? NOT_A_FRAME : this.#options.codec.frame(bytes);
    if (!decoded.ok) {
      this.#options.observe({ kind: 'reject', code: decoded.code, frame });
      return this.#reply(socket, 0, 'unknown', { ok: false, error: decoded.code });
    }
    const request = decoded.value;
    if (request.type === 'reply')
      return this.#reply(socket, 0, 'reply', { ok: false, error: 'malformed-frame' });
    const body = request.v === WIRE_VERSION ? this.#answer(socket, request, bytes) : refuse('bad-version');
    if (!body.ok) this.#options.log(`${this.#time()} refused ${request.type} ${body.error}`);
    // A lenient codec lets any id through; an answer must be readable all the same.
    const re = Number.isSafeInteger(request.header.id) ? request.header.id : 0;
    this.#reply(socket, re, request.type, body);
  }

  #answer(socket: WebSocket, request: Request, bytes: string): ReplyBody {
    if (request.type === 'join') return this.#join(socket, request);
    if (request.type === 'list') return { ok: true, rooms: this.#rooms.names() };
    const { room, nick } = request.header;
    if (!this.#rooms.has(room)) return refuse('unknown-room');
    if (!this.#rooms.isIn(room, socket)) return refuse('not-joined');
    if (request.type === 'message') return this.#broadcast(socket, request, bytes);
    if (request.type === 'control') return this.#spread(socket, bytes);
    this.#rooms.leave(room, nick);
    this.#options.log(`${this.#time()} leave room=${room} nick=${nick}`);
    return { ok: true, roster: this.#rooms.roster(room) };
  }

  #join(socket: WebSocket, { header, body }: JoinFrame): ReplyBody {
    if (!this.#rooms.join(header.room, header.nick, socket)) return refuse('nick-in-use');
    if (!this.#nicks.has(socket)) this.#nicks.set(socket, header.nick);
    if (typeof body?.salt === 'string') this.#salt ??= body.salt;
    this.#options.log(`${this.#time()} join room=${header.room} nick=${header.nick}`);
    const salt = this.#salt === null ? {} : { salt: this.#salt };
    return { ok: true, ...salt, roster: this.#rooms.roster(header.room) };
  }

  #broadcast(from: WebSocket, { header, body }: MessageFrame, bytes: string): ReplyBody {
    this.#options.log(`${this.#time()} message room=${header.room} nick=${header.nick} body=${body}`);
    return this.#spread(from, bytes);
  }

  #spread(from: WebSocket, bytes: string): ReplyBody {
    for (const socket of this.#sockets) this.#forward(socket, this.#label(from), bytes);
    return { ok: true };
  }

  #reply(socket: WebSocket, re: number, to: string, body: ReplyBody): void {
    this.#forward(socket, 'relay', encodeFrame({ v: WIRE_VERSION, type: 'reply', header: { re, to }, body }));
  }

  /** A hook that throws is an adversary's mistake, not a crash of the chat: the trace says so. */
  #forward(socket: WebSocket, from: string, before: string): void {
    try {
      this.#decide(socket, this.#label(socket), from, before);
    } catch (error) {
      const why = error instanceof Error ? error.message : typeof error;
      this.#options.observe({ kind: 'crash', what: `the forwarding hook threw: ${why}` });
    }
  }

  /** One decision for each frame and recipient, and the trace of it. */
  #decide(socket: WebSocket, to: string, from: string, before: string): void {
    const decided = this.#options.hook?.({ to, from, bytes: before }) ?? { do: 'forward' };
    for (const decision of Array.isArray(decided) ? decided : [decided]) {
      const bytes = decision.do === 'drop' ? null : 'bytes' in decision ? decision.bytes : before;
      this.#options.observe({ kind: 'forward', to, from, decision: decision.do, before, bytes });
      if (bytes === null) continue;
      if (decision.do === 'delay')
        this.#options.clock.later(decision.seconds * 1000, () => this.#late(socket, to, bytes));
      else socket.send(bytes);
    }
  }

  #late(socket: WebSocket, to: string, bytes: string): void {
    this.#options.observe({ kind: 'inject', to, bytes });
    socket.send(bytes);
  }

  /** The nick that a connection joined with first, or a name for it in the trace. */
  #label(socket: WebSocket): string {
    const nick = this.#nicks.get(socket);
    if (nick !== undefined) return nick;
    if (!this.#strangers.has(socket)) this.#strangers.set(socket, `stranger-${this.#strangers.size + 1}`);
    return this.#strangers.get(socket)!;
  }

  #time(): string {
    return new Date(this.#options.clock.now()).toISOString();
  }
}

const NOT_A_FRAME = { ok: false, code: 'malformed-frame' } as const;

const refuse = (error: string): ReplyBody => ({ ok: false, error });
