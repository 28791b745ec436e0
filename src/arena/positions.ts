import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { encodeMessage } from '../chat/codec.js';
import { CHALLENGE } from '../chat/gate.js';
import { membershipStatement } from '../chat/membership.js';
import { encodeFrame, readFrame, WIRE_VERSION } from '../chat/wire.js';
import type { Attack, Capabilities, Connection, FloodConnection, OwnClient } from '../model/attack.js';
import { encodeBase64url } from '../model/base64.js';
import { fromUtf8, utf8 } from '../model/bytes.js';
import type { Host, Keys, Session } from '../model/defense.js';
import type { Position } from '../model/property.js';
import type { Armed, Stack } from '../model/stack.js';
import { ROOM } from './bout.js';
import type { Field } from './field.js';

/** The adversary's own nick, where it has one. */
export const MALLORY = 'mallory';

/** Whether the adversary is a member like the others, with a pinned key of her own. */
export const isInside = (attack: Attack | undefined): boolean =>
  attack?.position === 'insider' || attack?.position === 'relay+insider';

/** Opens the capabilities of one position onto a trial, and nothing else of it. */
export async function take(position: Position, trial: Field): Promise<Capabilities[Position]> {
  const observe = trial.recorder.of(MALLORY);
  const held = <T extends string>(source: string, bytes: T): T => {
    observe({ kind: 'held', source, bytes });
    return bytes;
  };
  if (position === 'log')
    return {
      read: () => held(`${trial.target}'s log`, trial.readLog()),
      beside: () => trial.keyBesideLog(),
    };
  if (position === 'wire') return { bytes: () => keepTap(trial.tap!.bytes(), held) };
  const atRelay = {
    log: () => trial.relayLog(),
    inject: (to: string, bytes: string) => void trial.relay.inject(to, bytes),
  };
  if (position === 'relay') return atRelay;
  if (position === 'insider') return insider(trial);
  if (position === 'relay+insider') return { ...atRelay, ...(await insider(trial)) };
  if (position === 'network') return { answerAsRelay: (certificate) => trial.answerAsRelay(certificate) };
  if (position === 'flooder') return { connect: (options) => floodFrom(trial, options?.compression ?? true) };
  return { connect: async () => connectionOver(await open(trial), trial) };
}

function keepTap<T extends { toPeer: Uint8Array; toRelay: Uint8Array }>(
  bytes: T,
  held: (source: string, bytes: string) => void,
): T {
  held('the TCP stream', Buffer.from(bytes.toPeer).toString('utf8'));
  return bytes;
}

interface Opened {
  readonly socket: WebSocket;
  /** What the relay wants signed by whoever joins on this connection. */
  readonly challenge: string;
}

/** Opens a connection of the adversary's own, to loopback like all of them. */
async function open(trial: Field, compression = true): Promise<Opened> {
  const socket = new WebSocket(trial.url, { perMessageDeflate: compression, ...trial.tls });
  let challenge = '';
  socket.once('upgrade', ({ headers }) => {
    challenge = String(headers[CHALLENGE] ?? '');
  });
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('error', () => socket.terminate());
  trial.strangers.push(socket);
  return { socket, challenge };
}

/** All that crosses it stands in the trace. */
function connectionOver({ socket }: Opened, trial: Field): Connection {
  const observe = trial.recorder.of(MALLORY);
  const received: string[] = [];
  socket.on('message', (data) => {
    received.push(data.toString());
    observe({ kind: 'frame-in', bytes: data.toString() });
  });
  const send = (bytes: string): void => {
    observe({ kind: 'frame-out', bytes });
    socket.send(bytes);
  };
  return { send, received };
}

/** A connection that may also stop reading, or be gone without a word. */
async function floodFrom(trial: Field, compression: boolean): Promise<FloodConnection> {
  const opened = await open(trial, compression);
  const { socket } = opened;
  return {
    ...connectionOver(opened, trial),
    stopReading: () => {
      // Nobody waits for an answer of hers any more: she would not read the question.
      trial.deaf.add(socket);
      socket.pause();
    },
    vanish: async () => {
      const end = [...trial.relay.sockets].find((other) => isOtherEnd(socket, other));
      const gone = new Promise<void>((resolve) => (end ? end.once('close', () => resolve()) : resolve()));
      socket.terminate();
      await gone;
    },
  };
}

/** Whether two sockets are the two ends of one TCP connection. `_socket` is where the library keeps it. */
export function isOtherEnd(client: WebSocket, server: WebSocket): boolean {
  const near: Socket | null = Reflect.get(client, '_socket');
  const far: Socket | null = Reflect.get(server, '_socket');
  return near?.localPort !== undefined && near.localPort === far?.remotePort;
}

/** A member like the others: she joins with the group password and her own pinned key. */
async function insider(trial: Field): Promise<Capabilities['insider']> {
  const opened = await open(trial);
  const connection = connectionOver(opened, trial);
  const announcing = trial.bout.stack.parts.find(({ settings }) => settings?.announcesKeys);
  const announced = announcing && encodeBase64url((await trial.keys(MALLORY, undefined)).personal.public);
  let requests = 0;
  const ask = async (verb: 'join' | 'leave', session: Session): Promise<void> => {
    const proof = await trial.prove(MALLORY, membershipStatement(verb, session, opened.challenge));
    const proven = proof === null ? {} : { proof };
    const header = { id: ++requests, ...session };
    const { salt } = trial.bout.keysmith;
    const key = announced ? { key: announced } : {};
    const left = proof === null ? {} : { body: { proof } };
    connection.send(
      encodeFrame(
        verb === 'join'
          ? { v: WIRE_VERSION, type: verb, header, body: { salt, ...proven, ...key } }
          : { v: WIRE_VERSION, type: verb, header, ...left },
      ),
    );
    await trial.settle();
  };
  const join = async (room: string, as = MALLORY): Promise<void> => {
    await ask('join', { room, nick: as });
    if (!announcing || !announced) return;
    const header = { id: ++requests, room, nick: as, part: announcing.id };
    connection.send(encodeFrame({ v: WIRE_VERSION, type: 'control', header, body: announced }));
    await trial.settle();
  };
  await join(ROOM);
  const reply = connection.received.map(readFrame).find((frame) => frame?.type === 'reply');
  const salt = reply?.type === 'reply' && reply.body.ok ? reply.body.salt : undefined;
  const keys: Keys = await trial.keys(MALLORY, salt);
  const { seal, sealBytes } = ownClient(trial.bout.stack, keys);
  const leave = (room: string): Promise<void> => ask('leave', { room, nick: MALLORY });
  const rewrap = rewrapping(trial.bout.stack.armOutside(keys));
  return { nick: MALLORY, connection, keys, join, leave, seal, sealBytes, rewrap };
}

/** Opens and seals with what stands around a signature, which stays as it is. */
const rewrapping =
  (outside: Armed): Capabilities['insider']['rewrap'] =>
  (from, body, to) => {
    const opened = outside.open(utf8(body), { header: from, now: from.sent });
    return opened.ok ? fromUtf8(outside.seal(opened.body, { header: to, now: to.sent })) : null;
  };

/** A client with the adversary's own keys: what anybody can do who has the program but not the group's secrets. */
export function ownClient(stack: Stack, keys: Keys): OwnClient {
  const armed = new Map<string, Armed>();
  // Anybody can run her program under any name: a part that only looks at its device's nick is no obstacle.
  const as = (nick: string): Armed => {
    const known = armed.get(nick) ?? stack.arm(keys, () => deviceOf(nick));
    armed.set(nick, known);
    return known;
  };
  const sealBytes: OwnClient['sealBytes'] = (header, bytes) =>
    fromUtf8(as(header.nick).seal(bytes, { header, now: header.sent }))!;
  return {
    publicKey: keys.personal.public,
    seal: (header, text) => sealBytes(header, utf8(encodeMessage(text))),
    sealBytes,
    open: (header, body) => {
      const opened = as(header.nick).open(utf8(body), { header, now: header.sent });
      return opened.ok ? fromUtf8(opened.body) : null;
    },
  };
}

/** A device under this nick that talks to nobody. */
const deviceOf = (nick: string): Host => ({
  me: nick,
  now: () => 0,
  control: () => {},
  alarm: () => {},
  act: () => {},
  store: new Map(),
});
