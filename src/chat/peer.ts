import type { ConnectionOptions } from 'node:tls';
import { type ClientOptions, WebSocket } from 'ws';
import { fromUtf8, utf8 } from '../model/bytes.js';
import type { Clock } from '../model/clock.js';
import type { Code } from '../model/code.js';
import { CannotSeal, type Host, type MessageHeader, type Refused, type Session } from '../model/defense.js';
import type { Armed } from '../model/stack.js';
import type { Observe } from '../model/trace.js';
import { encodeMessage } from './codec.js';
import { CHALLENGE, DEFLATED_FROM } from './gate.js';
import { membershipStatement } from './membership.js';
import { type Reader, read } from './reading.js';
import { RefusedByRelay, Requests } from './requests.js';
import { RefusedConnection, tlsRefusalIn } from './tls-refusal.js';
import { Unsaid } from './unsaid.js';
import {
  type ControlFrame,
  encodeFrame,
  type MessageFrame,
  type ReplyFrame,
  type Request,
  WIRE_VERSION,
} from './wire.js';

export interface PeerOptions extends Reader {
  readonly nick: string;
  readonly clock: Clock;
  readonly observe: Observe;
  /** Takes one line of the peer's own debug log. */
  readonly log: (line: string) => void;
  /** 16 fresh bytes, base64: proposed at join, used where this peer creates the chat. */
  readonly salt: string;
  /** Turns the chat's salt into the layers of this device (the group key comes from the password and the salt). */
  readonly unlock: (salt: string | undefined, hosts: (part: string) => Host) => Promise<Armed>;
  /** The device's storage, which survives a restart of the program; one map for each part, and `slots`. Absent: none that lasts. */
  readonly store?: (part: string) => Map<string, string>;
  /** Her public key, which she announces when she joins, where this chat does so: base64url. */
  readonly announces?: string;
  /** Tells the room why a message was refused, as many programs do, and so answers whoever forged it (CWE-209). */
  readonly answersRefusals?: boolean;
  /** Signs that this member joins or leaves, where members have keys and the relay asks. */
  readonly prove?: (statement: Uint8Array) => string;
  /** What the connection's TLS takes: whom to trust, and what to check. */
  readonly tls?: Pick<ClientOptions, 'agent' | 'rejectUnauthorized' | 'checkServerIdentity'> &
    Pick<ConnectionOptions, 'secureContext'>;
}

/** Seconds between two beats: twice within the 10 s in which something that went wrong is to be told of, and time to spare. */
const BEAT = 4;

/** The part that control frames with refusals name. */
const REFUSAL = 'refusal';

/**
 * A chat user's program. What it sends is sealed by the layers of its defense, what it receives is opened by
 * them; it shows a message only after every layer has accepted it, and its own when the relay echoes it.
 */
export class Peer {
  readonly #options: PeerOptions;
  readonly #rooms = new Set<string>();
  /** Those of them in which its parts are still making themselves known: the user is not told yet that she is there. */
  readonly #entering = new Set<string>();
  /** The last slot taken in each room, in the device's storage: it goes on where a room is left and entered again, and after a restart. */
  readonly #slots: Map<string, string>;
  readonly #requests = new Requests();
  #socket: WebSocket | null = null;
  #layer: Armed | null = null;
  #stopBeating: (() => void) | null = null;
  #challenge = '';
  #refused: RefusedConnection | null = null;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.#slots = options.store?.('slots') ?? new Map();
  }

  get nick(): string {
    return this.#options.nick;
  }

  /** Whether the relay has let it into the room. */
  isIn(room: string): boolean {
    return this.#rooms.has(room);
  }

  /** Whether the relay has yet to answer a request of its. */
  get isWaiting(): boolean {
    return this.#requests.isWaiting;
  }

  /** The peer's end of its connection, for barriers. */
  get socket(): WebSocket | null {
    return this.#socket;
  }

  /** Connects to the relay at `url`. Throws RefusedConnection where TLS finds that whoever answers is not the relay. */
  async connect(url: string): Promise<void> {
    const { codec, tls = {} } = this.#options;
    const socket = new WebSocket(url, {
      perMessageDeflate: { threshold: DEFLATED_FROM },
      ...(codec.maxBytes === undefined ? {} : { maxPayload: codec.maxBytes }),
      ...tls,
    });
    this.#socket = socket;
    socket.once('upgrade', ({ headers, socket: tcp }) => {
      this.#challenge = String(headers[CHALLENGE] ?? '');
      // The WebSocket library tells nobody why a connection broke.
      tcp.on('error', (error) => void this.#refuseTls(error));
    });
    socket.on('message', (data, isBinary) => this.#receive(data.toString(), isBinary));
    socket.on('close', () => this.#requests.abandon());
    await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject)).catch(
      (error: Error) => {
        this.#refused = this.#refuseTls(error);
        throw this.#refused ?? error;
      },
    );
    socket.on('error', () => socket.terminate());
  }

  /** Enters a room; resolves with its roster. Throws RefusedByRelay. */
  async join(room: string): Promise<readonly string[]> {
    const { nick, salt, announces, observe } = this.#options;
    const turnedAway = (error: unknown): never => {
      if (error instanceof RefusedByRelay || error instanceof RefusedConnection)
        observe({ kind: 'turned-away', room, code: error.code });
      throw error;
    };
    if (this.#refused) turnedAway(this.#refused);
    const body = { salt, ...this.#prove('join', { room, nick }), ...(announces ? { key: announces } : {}) };
    const join = (id: number) =>
      ({ v: WIRE_VERSION, type: 'join', header: { id, room, nick }, body }) as const;
    const reply = await this.#ask(join).catch(turnedAway);
    this.#layer ??= await this.#options.unlock(reply.salt, (part) => this.#host(part));
    this.#rooms.add(room);
    this.#entering.add(room);
    observe({ kind: 'admitted', room });
    this.#layer.joined(room, reply.roster ?? [], reply.keys);
    this.#enter(room);
    if (this.#layer.beats) this.#stopBeating ??= this.#options.clock.every(BEAT * 1000, () => this.#beat());
    return reply.roster ?? [];
  }

  /** Tells the user that she is in a room, once all parts have made themselves known there. */
  #enter(room: string): void {
    if (!this.#entering.has(room) || this.#layer!.isEntering(room)) return;
    this.#entering.delete(room);
    this.#options.observe({ kind: 'join', room });
  }

  /** Leaves a room. Throws RefusedByRelay. */
  async leave(room: string): Promise<void> {
    const { nick } = this.#options;
    this.#layer?.leaving(room);
    const proof = this.#prove('leave', { room, nick });
    const body = proof ? { body: proof } : {};
    // Whatever the relay answers: she has gone.
    this.#rooms.delete(room);
    this.#entering.delete(room);
    this.#options.observe({ kind: 'leave', room });
    const leave = (id: number) =>
      ({ v: WIRE_VERSION, type: 'leave', header: { id, room, nick }, ...body }) as const;
    await this.#ask(leave);
  }

  /** The relay's rooms. */
  async list(): Promise<readonly string[]> {
    return (await this.#ask((id) => ({ v: WIRE_VERSION, type: 'list', header: { id } }))).rooms ?? [];
  }

  /**
   * Says a text in a room. Throws Unsaid, with nothing sent, where the text has no UTF-8 form (a lone surrogate), the
   * frame would be larger than the codec takes, or a part has no key yet. `secret` marks a part of the text in the trace.
   */
  say(room: string, text: string, secret?: string): void {
    if (!this.#layer) throw new Error('join a room before saying something');
    const { nick, observe, suite, codec } = this.#options;
    if (!text.isWellFormed())
      throw this.#unsaid(room, 'not-well-formed', 'the text has no UTF-8 form (lone surrogate)');
    const seq = Number(this.#slots.get(room) ?? 0) + 1;
    const header = { id: this.#requests.next(), room, nick, seq, sent: this.#now() };
    const sealed = this.#sealed(this.#layer, text, header);
    const bytes = encodeFrame({ v: WIRE_VERSION, type: 'message', header, suite, body: fromUtf8(sealed)! });
    if (Buffer.byteLength(bytes) > (codec.maxBytes ?? Infinity))
      throw this.#unsaid(room, 'over-size', 'the frame would be over-size');
    this.#slots.set(room, String(seq));
    this.#layer.sent(header);
    observe({
      kind: 'send',
      author: nick,
      room,
      slot: seq,
      text,
      ...(secret === undefined ? {} : { secret }),
    });
    this.#send(bytes);
  }

  #sealed(layer: Armed, text: string, header: MessageHeader): Uint8Array {
    try {
      return layer.seal(utf8(encodeMessage(text)), { header, now: this.#now() });
    } catch (error) {
      throw error instanceof CannotSeal
        ? this.#unsaid(header.room, error.code, `a part cannot seal (${error.code})`)
        : error;
    }
  }

  #unsaid(room: string, code: Code, why: string): Unsaid {
    this.#options.observe({ kind: 'unsaid', room, code });
    return new Unsaid(code, why);
  }

  /** Drops the connection at once. */
  close(): void {
    this.#stopBeating?.();
    this.#socket?.terminate();
  }

  /** Writes down that TLS refused what it was given; null where the error is another. */
  #refuseTls(error: Error): RefusedConnection | null {
    const refused = tlsRefusalIn(error);
    if (!refused) return null;
    this.#refuse(refused.code, this.#options.observe({ kind: 'tls-in', bytes: refused.given }));
    return new RefusedConnection(refused.code);
  }

  /** Her signature over a join or leave, if anybody asks for one. */
  #prove(verb: 'join' | 'leave', session: Session): { readonly proof: string } | null {
    const { prove } = this.#options;
    return prove ? { proof: prove(membershipStatement(verb, session, this.#challenge)) } : null;
  }

  #beat(): void {
    for (const room of this.#rooms) this.#layer?.beat(room);
  }

  /** What the part of this name may do on this device. */
  #host(part: string): Host {
    const { nick, observe, store } = this.#options;
    return {
      me: nick,
      now: () => this.#now(),
      control: (room, body) => {
        // Who has left may still hear the others, where the relay tells everybody everything, and has nothing to say.
        if (!this.#rooms.has(room)) return;
        const header = { id: this.#requests.next(), room, nick, part };
        this.#send(encodeFrame({ v: WIRE_VERSION, type: 'control', header, body }));
      },
      alarm: (code, about) => {
        observe({ kind: 'alarm', code, author: about.author, room: about.room, slot: about.slot });
        this.#options.log(`alarm ${code} room=${about.room} nick=${about.author}`);
      },
      act: (code) => void observe({ kind: 'act', code }),
      store: store?.(part) ?? new Map(),
    };
  }

  #now(): number {
    return Math.floor(this.#options.clock.now() / 1000);
  }

  #send(bytes: string): void {
    this.#options.observe({ kind: 'frame-out', bytes });
    this.#socket?.send(bytes);
  }

  #ask(request: (id: number) => Request): ReturnType<Requests['ask']> {
    return this.#requests.ask(request, (frame) => this.#send(encodeFrame(frame)));
  }

  #receive(bytes: string, isBinary: boolean): void {
    const { codec, observe } = this.#options;
    const event = observe({ kind: 'frame-in', bytes });
    const decoded = isBinary ? NOT_A_FRAME : codec.frame(bytes);
    if (!decoded.ok) return this.#refuse(decoded.code, event);
    const frame = decoded.value;
    if (frame.v !== WIRE_VERSION) return this.#refuse('bad-version', event);
    if (frame.type === 'reply') return this.#answered(frame, event);
    // A relay broadcasts to every open socket; a frame of a room that this peer is not in is not for it.
    if (frame.type === 'message' && this.#rooms.has(frame.header.room)) this.#open(frame, event);
    if (frame.type === 'control' && this.#rooms.has(frame.header.room)) this.#hear(frame, event);
  }

  /** A message that the relay refused: nobody else notices, the author's program does. */
  #answered(frame: ReplyFrame, event: string): void {
    const code = this.#requests.answered(frame);
    if (code !== null) this.#refuse(code, event);
  }

  #open(frame: MessageFrame, event: string): void {
    const { room, nick, seq } = frame.header;
    const message = read(frame, this.#options, this.#layer!, this.#now());
    if (!message.ok) return this.#decline(frame, message, event);
    // Only now, after every check, does a human see the text.
    const { text, marked } = message;
    this.#options.observe({
      kind: 'accept',
      author: nick,
      room,
      slot: seq,
      text,
      frame: event,
      ...(marked ? { marked } : {}),
    });
    this.#options.log(`shown room=${room} nick=${nick} text=${text}`);
  }

  #hear({ header: { room, nick, part }, body }: ControlFrame, event: string): void {
    const refused = body.isWellFormed() ? this.#layer!.hear(part, { room, nick, body }) : ILL_FORMED;
    if (refused) this.#refuse(refused.code, event, refused.why);
    this.#enter(room);
  }

  /** Refuses a message and, where this chat is so talkative, says so to the room. */
  #decline({ header: { room, nick, seq } }: MessageFrame, { code, why }: Refused, event: string): void {
    this.#refuse(code, event, why);
    // Only messages are answered, so that no two programs answer each other for ever.
    if (this.#options.answersRefusals) this.#host(REFUSAL).control(room, JSON.stringify({ nick, seq, code }));
  }

  #refuse(code: Code, frame: string, why?: string): void {
    this.#options.observe({ kind: 'reject', code, frame, ...(why === undefined ? {} : { why }) });
    this.#options.log(`refused ${code}`);
  }
}

const ILL_FORMED: Refused = { ok: false, code: 'not-well-formed' };
const NOT_A_FRAME = { ok: false, code: 'malformed-frame' } as const;
