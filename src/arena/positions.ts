import { WebSocket } from 'ws';
import { CHALLENGE } from '../chat/gate.js';
import type { Attack, Capabilities, Connection, FloodConnection } from '../model/attack.js';
import type { Position } from '../model/property.js';
import { MALLORY } from '../model/trace.js';
import { oneOf, otherEndOf } from './ends.js';
import type { Field } from './field.js';
import { insider } from './insider.js';
import { stolenFrom } from './theft.js';

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
      read: () => held(`${trial.target}'s log`, trial.logs.read()),
      beside: () => trial.logs.keyBeside(),
    };
  if (position === 'wire') return { bytes: () => keepTap(trial.tap!.bytes(), held) };
  const atRelay = {
    log: () => trial.logs.ofRelay(),
    inject: (to: string, bytes: string) => void trial.relay.inject(to, bytes),
  };
  if (position === 'relay') return atRelay;
  if (position === 'insider') return asMember(trial);
  if (position === 'relay+insider') return { ...atRelay, ...(await asMember(trial)) };
  if (position === 'network') return { answerAsRelay: (certificate) => trial.transport.imitate(certificate) };
  if (position === 'thief')
    return { bytes: () => keepTap(trial.tap!.bytes(), held), steal: () => stolenFrom(trial) };
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
  const socket = new WebSocket(trial.url, { perMessageDeflate: compression, ...trial.transport.clients });
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
  const relayEnd = () => otherEndOf(socket, trial.relay.sockets);
  return {
    ...connectionOver(opened, trial),
    stopReading: () => {
      // Nobody waits for an answer of hers any more: she would not read the question.
      trial.deaf.add(socket);
      socket.pause();
    },
    taken: async () => {
      const end = relayEnd();
      if (!end || socket.readyState !== socket.OPEN) return;
      const taken = oneOf(end, 'ping', 'close');
      socket.ping();
      await taken;
    },
    vanish: async () => {
      const end = relayEnd();
      const gone = end && oneOf(end, 'close');
      socket.terminate();
      await gone;
    },
  };
}

/** A member's place, on a connection of her own. */
async function asMember(trial: Field): Promise<Capabilities['insider']> {
  const opened = await open(trial);
  return insider(trial, MALLORY, opened, connectionOver(opened, trial));
}
