import type { WebSocket } from 'ws';
import { membershipStatement } from '../chat/membership.js';
import { encodeFrame, readFrame, WIRE_VERSION } from '../chat/wire.js';
import type { Capabilities, Connection } from '../model/attack.js';
import type { Session } from '../model/defense.js';
import type { Armed } from '../model/stack.js';
import { ROOM } from './bout.js';
import type { Field } from './field.js';
import { OwnProgram } from './own-program.js';

interface Opened {
  readonly socket: WebSocket;
  readonly challenge: string;
}

/** The first number of the frames that her program sends by itself; those that she sends by hand have small ones. */
const FIRST_OF_PROGRAM = 1000;

/** A member like the others: she joins with the group's password or her own pinned key, and her program hears what members tell each other about keys. */
export async function insider(
  trial: Field,
  nick: string,
  { socket, challenge }: Opened,
  connection: Connection,
): Promise<Capabilities['insider']> {
  const session = { room: ROOM, nick };
  const proofOf = async (verb: 'join' | 'leave'): Promise<{ proof?: string }> => {
    const proof = await trial.prove(nick, membershipStatement(verb, session, challenge));
    return proof === null ? {} : { proof };
  };
  connection.send(
    encodeFrame({
      v: WIRE_VERSION,
      type: 'join',
      header: { id: 1, ...session },
      body: { salt: trial.bout.keysmith.salt, ...(await proofOf('join')) },
    }),
  );
  await trial.settle();
  const reply = connection.received.map(readFrame).find((frame) => frame?.type === 'reply');
  const salt = reply?.type === 'reply' && reply.body.ok ? reply.body.salt : undefined;
  const keys = await trial.keys(nick, salt);
  let sent = FIRST_OF_PROGRAM;
  const parts = trial.bout.stack.parts.filter(({ stage }) => stage === 'decrypt');
  const program = new OwnProgram(trial.bout.stack, keys, {
    now: () => Math.floor(trial.clock.now() / 1000),
    control: (room, body) =>
      connection.send(
        encodeFrame({
          v: WIRE_VERSION,
          type: 'control',
          header: { id: ++sent, room, nick, part: parts[0]!.id },
          body,
        }),
      ),
  });
  const device = program.encrypting(nick);
  socket.on('message', (data) => hear(device, data.toString(), session));
  device.joined(ROOM, []);
  await trial.settle();
  const { proof } = await proofOf('leave');
  const { client, rewrap } = program;
  return {
    nick,
    connection,
    keys,
    ...client,
    rewrap,
    leave: async () => {
      device.leaving(ROOM);
      const body = proof === undefined ? {} : { body: { proof } };
      connection.send(
        encodeFrame({ v: WIRE_VERSION, type: 'leave', header: { id: 2, ...session }, ...body }),
      );
      await trial.settle();
    },
  };
}

/** What of a delivery concerns the part that encrypts. */
export function hear(device: Armed, bytes: string, { room }: Pick<Session, 'room'>): void {
  const frame = readFrame(bytes);
  if (frame?.type !== 'control' || frame.header.room !== room) return;
  const { nick, part } = frame.header;
  device.hear(part, { room, nick, body: frame.body });
}
