import type { WebSocket } from 'ws';
import { membershipStatement } from '../chat/membership.js';
import { encodeFrame, readFrame, WIRE_VERSION } from '../chat/wire.js';
import type { Capabilities, Connection } from '../model/attack.js';
import { encodeBase64url } from '../model/base64.js';
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
  opened: Opened,
  connection: Connection,
): Promise<Capabilities['insider']> {
  const membership = membershipOver(trial, nick, opened, connection);
  await membership.ask('join', { room: ROOM, nick });
  const reply = connection.received.map(readFrame).find((frame) => frame?.type === 'reply');
  const salt = reply?.type === 'reply' && reply.body.ok ? reply.body.salt : undefined;
  const keys = await trial.keys(nick, salt);
  const parts = trial.bout.stack.parts.filter(({ stage }) => stage === 'decrypt');
  const storage = new Map<string, string>();
  const program = new OwnProgram(trial.bout.stack, keys, {
    storage,
    now: () => Math.floor(trial.clock.now() / 1000),
    control: (room, body) => membership.control({ room, nick }, parts[0]!.id, body),
  });
  const device = program.encrypting(nick);
  opened.socket.on('message', (data) => hear(device, data.toString()));
  device.joined(ROOM, []);
  await membership.announce({ room: ROOM, nick });
  await trial.settle();
  const { client, rewrap, resign } = program;
  return {
    nick,
    connection,
    keys,
    ...client,
    stored: () => [...storage.values()],
    rewrap,
    resign,
    join: async (room, as = nick) => {
      await membership.ask('join', { room, nick: as });
      device.joined(room, []);
      await membership.announce({ room, nick: as });
      await trial.settle();
    },
    leave: async (room = ROOM) => {
      device.leaving(room);
      await membership.ask('leave', { room, nick });
    },
  };
}

/** Joins and leaves as a member's program sends them, proven where the relay asks for it. */
function membershipOver(trial: Field, nick: string, { challenge }: Opened, connection: Connection) {
  const announcing = trial.bout.stack.parts.find(({ settings }) => settings?.announcesKeys);
  let asked = 0;
  let sent = FIRST_OF_PROGRAM;
  const keyOf = async (nick: string): Promise<string> =>
    encodeBase64url((await trial.keys(nick, undefined)).personal.public);
  const control = (session: Session, part: string, body: string): void =>
    connection.send(
      encodeFrame({ v: WIRE_VERSION, type: 'control', header: { id: ++sent, ...session, part }, body }),
    );
  return {
    control,
    ask: async (verb: 'join' | 'leave', session: Session): Promise<void> => {
      // Whatever she calls herself there, the key that she has is her own.
      const proof = await trial.prove(nick, membershipStatement(verb, session, challenge));
      const proven = proof === null ? {} : { proof };
      const header = { id: ++asked, ...session };
      const key = announcing ? { key: await keyOf(nick) } : {};
      const left = proof === null ? {} : { body: { proof } };
      connection.send(
        encodeFrame(
          verb === 'join'
            ? {
                v: WIRE_VERSION,
                type: verb,
                header,
                body: { salt: trial.bout.keysmith.salt, ...proven, ...key },
              }
            : { v: WIRE_VERSION, type: verb, header, ...left },
        ),
      );
      await trial.settle();
    },
    /** Tells the room her key, where this chat's members do. */
    announce: async (session: Session): Promise<void> => {
      if (announcing) control(session, announcing.id, await keyOf(nick));
    },
  };
}

/** What of a delivery concerns the part that encrypts. */
export function hear(device: Armed, bytes: string): void {
  const frame = readFrame(bytes);
  if (frame?.type !== 'control') return;
  const { room, nick, part } = frame.header;
  device.hear(part, { room, nick, body: frame.body });
}
