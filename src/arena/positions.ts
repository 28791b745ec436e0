import { WebSocket } from 'ws';
import { encodeMessage } from '../chat/codec.js';
import { encodeFrame, readFrame, WIRE_VERSION } from '../chat/wire.js';
import type { Capabilities, Connection, OwnClient } from '../model/attack.js';
import { fromUtf8, utf8 } from '../model/bytes.js';
import type { Keys } from '../model/defense.js';
import type { Position } from '../model/property.js';
import type { Armed, Stack } from '../model/stack.js';
import { ROOM } from './bout.js';
import type { Field } from './field.js';

/** The adversary's own nick, where it has one. */
export const MALLORY = 'mallory';

/** Opens the capabilities of one position onto a trial, and nothing else of it. */
export async function take(position: Position, trial: Field): Promise<Capabilities[Position]> {
  const observe = trial.recorder.of(MALLORY);
  const held = <T extends string>(source: string, bytes: T): T => {
    observe({ kind: 'held', source, bytes });
    return bytes;
  };
  if (position === 'log') return { read: () => held(`${trial.target}'s log`, trial.readLog()) };
  if (position === 'wire') return { bytes: () => keepTap(trial.tap!.bytes(), held) };
  if (position === 'relay')
    return {
      log: () => trial.relayLog(),
      inject: (to: string, bytes: string) => void trial.relay.inject(to, bytes),
    };
  if (position === 'insider') return insider(trial);
  return { connect: () => connectTo(trial) };
}

function keepTap<T extends { toPeer: Uint8Array; toRelay: Uint8Array }>(
  bytes: T,
  held: (source: string, bytes: string) => void,
): T {
  held('the TCP stream', Buffer.from(bytes.toPeer).toString('utf8'));
  return bytes;
}

/** A connection of the adversary's own; all that crosses it stands in the trace. */
async function connectTo(trial: Field): Promise<Connection> {
  const observe = trial.recorder.of(MALLORY);
  const socket = new WebSocket(trial.url);
  const received: string[] = [];
  socket.on('message', (data) => {
    received.push(data.toString());
    observe({ kind: 'frame-in', bytes: data.toString() });
  });
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.on('error', () => socket.terminate());
  trial.strangers.push(socket);
  const send = (bytes: string): void => {
    observe({ kind: 'frame-out', bytes });
    socket.send(bytes);
  };
  return { send, received };
}

/** A member like the others: she joins with the group password and her own pinned key. */
async function insider(trial: Field): Promise<Capabilities['insider']> {
  const connection = await connectTo(trial);
  connection.send(
    encodeFrame({
      v: WIRE_VERSION,
      type: 'join',
      header: { id: 1, room: ROOM, nick: MALLORY },
      body: { salt: trial.bout.keysmith.salt },
    }),
  );
  await trial.settle();
  const reply = connection.received.map(readFrame).find((frame) => frame?.type === 'reply');
  const salt = reply?.type === 'reply' && reply.body.ok ? reply.body.salt : undefined;
  const keys: Keys = await trial.keys(MALLORY, salt);
  return { nick: MALLORY, connection, keys, seal: ownClient(trial.bout.stack, keys).seal };
}

/** A client with the adversary's own keys: what anybody can do who has the program but not the group's secrets. */
export function ownClient(stack: Stack, keys: Keys): OwnClient {
  let armed: Armed | undefined;
  const layer = (): Armed => (armed ??= stack.arm(keys));
  return {
    seal: (header, text) => fromUtf8(layer().seal(utf8(encodeMessage(text)), { header, now: header.sent }))!,
    open: (header, body) => {
      const opened = layer().open(utf8(body), { header, now: header.sent });
      return opened.ok ? fromUtf8(opened.body) : null;
    },
  };
}
