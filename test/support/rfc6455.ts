/**
 * WebSocket bytes → messages, written from RFC 6455 and RFC 7692 alone and sharing no code with the chat or `ws`:
 * an independent witness of what crossed the TCP connection.
 */
import { constants, inflateRawSync } from 'node:zlib';

export interface WsMessage {
  readonly text: string;
  readonly binary: boolean;
  readonly compressed: boolean;
  readonly masked: boolean;
  readonly fragments: number;
}

export interface WsStream {
  /** The HTTP head before the first frame. */
  readonly head: string;
  readonly messages: readonly WsMessage[];
  /** Opcodes of the control frames, in order. */
  readonly controls: readonly number[];
  /** Bytes after the last whole frame. */
  readonly rest: number;
}

interface WsFrame {
  readonly fin: boolean;
  readonly rsv1: boolean;
  readonly opcode: number;
  readonly masked: boolean;
  readonly payload: Buffer;
  readonly next: number;
}

const HEAD_END = '\r\n\r\n';
const CONTINUATION = 0x0;
const BINARY = 0x2;
const FIRST_CONTROL = 0x8;

/** One direction of one connection, from its first byte. */
export function parseStream(bytes: Buffer): WsStream {
  const end = bytes.indexOf(HEAD_END);
  const head = end < 0 ? '' : bytes.subarray(0, end).toString('latin1');
  let at = end < 0 ? bytes.length : end + HEAD_END.length;
  const inflate = inflater();
  const messages: WsMessage[] = [];
  const controls: number[] = [];
  let parts: WsFrame[] = [];
  for (let frame = readFrameAt(bytes, at); frame; frame = readFrameAt(bytes, at)) {
    at = frame.next;
    if (frame.opcode >= FIRST_CONTROL) {
      controls.push(frame.opcode); // a control frame may stand between the fragments of a message (§5.4)
      continue;
    }
    if ((frame.opcode === CONTINUATION) !== parts.length > 0) throw new Error('a fragment out of place');
    parts.push(frame);
    if (!frame.fin) continue;
    messages.push(assemble(parts, inflate));
    parts = [];
  }
  return { head, messages, controls, rest: bytes.length - at };
}

function assemble(parts: readonly WsFrame[], inflate: (bytes: Buffer) => Buffer): WsMessage {
  const [first] = parts;
  const payload = Buffer.concat(parts.map((part) => part.payload));
  const data = first!.rsv1 ? inflate(payload) : payload;
  const { rsv1: compressed, masked, opcode } = first!;
  return {
    text: data.toString('utf8'),
    binary: opcode === BINARY,
    compressed,
    masked,
    fragments: parts.length,
  };
}

/** One frame at an offset (RFC 6455 §5.2), or null where it is not whole. */
function readFrameAt(bytes: Buffer, at: number): WsFrame | null {
  if (bytes.length < at + 2) return null;
  const [first, second] = [bytes[at]!, bytes[at + 1]!];
  const masked = (second & 0x80) !== 0;
  const short = second & 0x7f;
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = at + 2 + wide + (masked ? 4 : 0);
  if (bytes.length < start) return null;
  const length =
    wide === 0 ? short : wide === 2 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
  if (bytes.length < start + length) return null;
  const payload = Buffer.from(bytes.subarray(start, start + length));
  if (masked) for (let i = 0; i < length; i++) payload[i]! ^= bytes[start - 4 + (i % 4)]!;
  return {
    fin: (first & 0x80) !== 0,
    rsv1: (first & 0x40) !== 0,
    opcode: first & 0x0f,
    masked,
    payload,
    next: start + length,
  };
}

/**
 * Undoes permessage-deflate (RFC 7692 §7.2.2). With context takeover a message may point back into earlier ones, so
 * all compressed bytes so far are inflated together; without it none does, and the same reading is right.
 */
function inflater(): (bytes: Buffer) => Buffer {
  let compressed = Buffer.alloc(0);
  let known = 0;
  return (bytes) => {
    compressed = Buffer.concat([compressed, bytes, Buffer.from([0x00, 0x00, 0xff, 0xff])]);
    const all = inflateRawSync(compressed, { finishFlush: constants.Z_SYNC_FLUSH });
    const fresh = all.subarray(known);
    known = all.length;
    return fresh;
  };
}
