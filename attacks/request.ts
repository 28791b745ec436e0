/** Requests that anybody with a connection can send. */
import { encodeFrame, WIRE_VERSION } from '../src/chat/wire.js';
import type { Tools } from '../src/model/attack.js';

/** A proposal that the relay does not need: the chat has its salt. 16 bytes, base64. */
const SALT = 'AAAAAAAAAAAAAAAAAAAAAA==';

export const joining = (room: string, nick: string, id = 1, proof?: string): string =>
  encodeFrame({
    v: WIRE_VERSION,
    type: 'join',
    header: { id, room, nick },
    body: { salt: SALT, ...(proof === undefined ? {} : { proof }) },
  });

export const leaving = (room: string, nick: string, id = 1): string =>
  encodeFrame({ v: WIRE_VERSION, type: 'leave', header: { id, room, nick } });

/** Words of her own that nobody can open, and that the relay carries all the same. */
export const talking = (room: string, nick: string, seq: number, { wire, now }: Tools, body = ''): string => {
  const header = { id: seq + 1, room, nick, seq, sent: now() };
  return encodeFrame({ v: WIRE_VERSION, type: 'message', header, suite: wire.suite, body });
};

/** A valid request with something behind it that nobody asked for. */
export const listing = (ballast: string): string =>
  JSON.stringify({ v: WIRE_VERSION, type: 'list', header: { id: 1 }, ballast });
