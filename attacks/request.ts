/** Requests that anybody with a connection can send. */
import { encodeFrame, WIRE_VERSION } from '../src/chat/wire.js';

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

/** A valid request with something behind it that nobody asked for. */
export const listing = (ballast: string): string =>
  JSON.stringify({ v: WIRE_VERSION, type: 'list', header: { id: 1 }, ballast });
