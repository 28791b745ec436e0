/** A chat over real sockets on loopback, for tests: a relay, its peers, clients that speak raw frames, and a trace. */
import { connect as connectTcp, type Socket } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { quiesce } from '../../src/arena/barrier.js';
import { Recorder } from '../../src/arena/recorder.js';
import { VirtualClock } from '../../src/arena/virtual-clock.js';
import { revivingCodec, strictCodec } from '../../src/chat/codec.js';
import { Peer } from '../../src/chat/peer.js';
import { type ForwardingHook, Relay } from '../../src/chat/relay.js';
import {
  type ControlFrame,
  encodeFrame,
  type Frame,
  type MessageFrame,
  type ReplyFrame,
} from '../../src/chat/wire.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { skewed } from '../../src/model/clock.js';
import type { Part } from '../../src/model/defense.js';
import { type EventOf, eventsOf, type Trace } from '../../src/model/trace.js';
import { keysOf, type TestKeys } from './keys.js';

export const ROOM = 'lab';
export const START = Date.UTC(2026, 0, 1);
/** The salt that every test peer proposes. */
export const SALT = Buffer.alloc(16, 7).toString('base64');

/** The relay's own key for its log, in every test. */
export const LOG_KEY = new Uint8Array(32).fill(9);

export interface ChatOptions {
  readonly defense?: string;
  readonly parts?: readonly Part[];
  readonly hook?: ForwardingHook;
}

/** A client that sends whatever it is told and keeps what it gets. */
export interface RawClient {
  readonly socket: WebSocket;
  readonly received: string[];
  /** Sends a frame, a text or bytes as one WebSocket message, and waits until all is quiet. */
  send(what: Frame | string | Buffer): Promise<void>;
  /** The replies received so far. */
  replies(): ReplyFrame[];
}

export interface TestChat {
  readonly relay: Relay;
  readonly url: string;
  readonly clock: VirtualClock;
  readonly log: string[];
  readonly trace: Trace;
  /** A connected peer that has joined `ROOM`. */
  join(nick: string, keys?: TestKeys & { skew?: number }): Promise<Peer>;
  /** A connected peer that has joined nothing. */
  connect(nick: string, keys?: TestKeys & { skew?: number }): Promise<Peer>;
  raw(): Promise<RawClient>;
  settle(): Promise<void>;
  /** What somebody was shown, in order. */
  shown(who: string): EventOf<'accept'>[];
  /** The codes with which somebody refused frames, in order. */
  refusals(who: string): string[];
  /** The frames that reached somebody. */
  framesIn(who: string): string[];
}

/** Opens a chat that is closed with the test, and fails the test on any exception that nobody caught. */
export async function openChat({
  defense = 'none',
  parts = PARTS,
  hook,
}: ChatOptions = {}): Promise<TestChat> {
  expectNothingUncaught();
  const stack = compose(defense, parts);
  const codec = stack.settings.codec === 'strict' ? strictCodec : revivingCodec(() => null);
  const clock = new VirtualClock(START);
  const recorder = new Recorder(() => (clock.now() - START) / 1000);
  const log: string[] = [];
  const observe = recorder.of('relay');
  const relay = new Relay({
    codec,
    clock,
    observe,
    log: (line) => log.push(line),
    ...(hook ? { hook } : {}),
    ...(stack.settings.limits ? { limits: stack.settings.limits } : {}),
    ...(stack.settings.relayLog ? { logging: stack.settings.relayLog, logKey: LOG_KEY } : {}),
  });
  const url = await relay.listen();
  const sockets: WebSocket[] = [];
  onTestFinished(async () => {
    for (const socket of sockets) socket.terminate();
    await relay.close();
  });
  const settle = (): Promise<void> =>
    quiesce({
      clientEnds: () => sockets,
      relayEnds: () => relay.sockets,
      sentByClients: () => recorder.sentByClients,
      sentByRelay: () => recorder.sentByRelay,
      jobs: () => null,
    });
  const connect: TestChat['connect'] = async (nick, { skew = 0, ...keys } = {}) => {
    const peer = new Peer({
      nick,
      codec,
      clock: skewed(clock, skew),
      observe: recorder.of(nick),
      log: () => {},
      suite: stack.wire.suite,
      salt: SALT,
      unlock: async (_, hosts) => stack.arm(keysOf(nick, keys), hosts),
    });
    await peer.connect(url);
    sockets.push(peer.socket!);
    return peer;
  };
  const raw = async (): Promise<RawClient> => {
    const socket = new WebSocket(url);
    const received: string[] = [];
    socket.on('message', (data) => received.push(data.toString()));
    socket.on('error', () => socket.terminate());
    await new Promise((resolve) => socket.once('open', resolve));
    sockets.push(socket);
    return {
      socket,
      received,
      send: async (what) => {
        socket.send(typeof what === 'string' || Buffer.isBuffer(what) ? what : encodeFrame(what));
        await settle();
      },
      replies: () => received.map((bytes) => JSON.parse(bytes)).filter((frame) => frame.type === 'reply'),
    };
  };
  return {
    relay,
    url,
    clock,
    log,
    trace: recorder.trace,
    connect,
    join: async (nick, keys) => {
      const peer = await connect(nick, keys);
      await peer.join(ROOM);
      return peer;
    },
    raw,
    settle,
    shown: (who) => eventsOf(recorder.trace, 'accept').filter((event) => event.who === who),
    refusals: (who) =>
      eventsOf(recorder.trace, 'reject')
        .filter((event) => event.who === who)
        .map((event) => event.code),
    framesIn: (who) =>
      eventsOf(recorder.trace, 'frame-in')
        .filter((event) => event.who === who)
        .map((event) => event.bytes),
  };
}

/** Fails the running test if anything is thrown that nobody catches until it finishes. */
export function expectNothingUncaught(): void {
  const thrown: unknown[] = [];
  const keep = (error: unknown): void => void thrown.push(error);
  process.on('uncaughtException', keep).on('unhandledRejection', keep);
  onTestFinished(() => {
    process.off('uncaughtException', keep).off('unhandledRejection', keep);
    expect(thrown).toEqual([]);
  });
}

/** A TCP connection to a relay after its WebSocket upgrade: what is written goes out as raw bytes. */
export async function upgraded(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connectTcp(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  socket.write(
    `GET / HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject).once('data', (head) => {
      expect(head.toString()).toMatch(/^HTTP\/1\.1 101 /);
      resolve();
    });
  });
  return socket;
}

/** Frames as an honest client writes them. */
export const frames = {
  join: (nick: string, id = 1, room = ROOM): Frame => ({
    v: 1,
    type: 'join',
    header: { id, room, nick },
    body: { salt: SALT },
  }),
  leave: (nick: string, id = 1, room = ROOM): Frame => ({ v: 1, type: 'leave', header: { id, room, nick } }),
  control: (nick: string, id = 1, room = ROOM): ControlFrame => ({
    v: 1,
    type: 'control',
    header: { id, room, nick, part: 'some-part' },
    body: 'whatever the part says',
  }),
  list: (id = 1): Frame => ({ v: 1, type: 'list', header: { id } }),
  message: (nick: string, id = 1, room = ROOM): MessageFrame => ({
    v: 1,
    type: 'message',
    header: { id, room, nick, seq: 1, sent: START / 1000 },
    suite: 'none',
    body: '{"text":"hello"}',
  }),
};
