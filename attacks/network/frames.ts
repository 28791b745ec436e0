/**
 * Editing the text messages of one direction of a WebSocket connection while its bytes pass (RFC 6455 §5.2): frames are
 * taken apart where they arrive whole, and those that are changed are framed anew, masked towards the relay.
 */
import type { Passing } from '../../src/model/attack.js';
import { pieceAt, TEXT } from '../websocket.js';

/** The messages that go on in the place of this one; null: it passes as it is. */
export type Edit = (text: string) => readonly string[] | null;

const HEAD_END = '\r\n\r\n';

/** What goes on in the place of each stretch of bytes, in order. What is not yet whole waits. */
export function editing(to: Passing['to'], edit: Edit, random: (bytes: number) => Uint8Array) {
  let waiting = Buffer.alloc(0);
  let upgraded = false;
  const head = (): Buffer => {
    const end = waiting.indexOf(HEAD_END);
    if (end < 0) return Buffer.alloc(0);
    const text = waiting.subarray(0, end + HEAD_END.length).toString('latin1');
    waiting = waiting.subarray(end + HEAD_END.length);
    upgraded = true;
    return Buffer.from(withoutExtensions(text), 'latin1');
  };
  const frames = (): Buffer[] => {
    const out: Buffer[] = [];
    for (let piece = pieceAt(waiting, 0); piece; piece = pieceAt(waiting, 0)) {
      const whole = piece.opcode === TEXT && piece.fin && !piece.compressed;
      const others = whole ? edit(Buffer.from(piece.payload).toString('utf8')) : null;
      if (others) out.push(...others.map((text) => framed(text, to === 'relay' ? random(4) : null)));
      else out.push(waiting.subarray(0, piece.next));
      waiting = waiting.subarray(piece.next);
    }
    return out;
  };
  return (bytes: Uint8Array): Uint8Array => {
    waiting = Buffer.concat([waiting, bytes]);
    const out = upgraded ? [] : [head()];
    return new Uint8Array(Buffer.concat(upgraded ? [...out, ...frames()] : out));
  };
}

/** An upgrade without offers to compress: what nobody offered, nobody does. */
const withoutExtensions = (head: string): string => head.replace(/\r\nsec-websocket-extensions:[^\r]*/gi, '');

/** One text message in one frame. */
function framed(text: string, mask: Uint8Array | null): Buffer {
  const payload = Buffer.from(text, 'utf8');
  const size = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + size);
  head[0] = 0x80 | TEXT;
  head[1] = (mask ? 0x80 : 0) | (size === 0 ? payload.length : size === 2 ? 126 : 127);
  if (size === 2) head.writeUInt16BE(payload.length, 2);
  if (size === 8) head.writeBigUInt64BE(BigInt(payload.length), 2);
  return mask
    ? Buffer.concat([head, mask, payload.map((byte, at) => byte ^ mask[at % 4]!)])
    : Buffer.concat([head, payload]);
}
