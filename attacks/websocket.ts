/** Reading WebSocket messages off a TCP stream (RFC 6455 §5.2), unmasked and inflated where they are compressed (RFC 7692). */
import { constants, inflateRawSync } from 'node:zlib';

export interface Piece {
  readonly opcode: number;
  readonly fin: boolean;
  readonly compressed: boolean;
  readonly payload: Uint8Array;
  readonly next: number;
}

export const TEXT = 1;
const CONTINUATION = 0;

/** The text messages of one direction of a connection, in order; the HTTP upgrade before them is skipped. */
export function messagesIn(stream: Uint8Array): string[] {
  const bytes = Buffer.from(stream);
  // Not the beginning of an upgrade in clear: there is nothing to be read here.
  if (!/^(?:GET |HTTP\/)/.test(bytes.subarray(0, 5).toString('latin1'))) return [];
  const messages: string[] = [];
  // With context takeover each compressed message may refer to those before it, so all are inflated as one stream.
  const deflated: Buffer[] = [];
  let inflated = 0;
  let message: { compressed: boolean; parts: Uint8Array[] } | null = null;
  let piece = pieceAt(bytes, bytes.indexOf('\r\n\r\n') + 4);
  for (; piece; piece = pieceAt(bytes, piece.next)) {
    if (piece.opcode === TEXT) message = { compressed: piece.compressed, parts: [] };
    if (piece.opcode > TEXT || !message) continue;
    if (piece.opcode === CONTINUATION || piece.opcode === TEXT) message.parts.push(piece.payload);
    if (!piece.fin) continue;
    const payload = Buffer.concat(message.parts);
    if (!message.compressed) messages.push(payload.toString('utf8'));
    else {
      deflated.push(payload, Buffer.from([0, 0, 0xff, 0xff]));
      const all = inflateRawSync(Buffer.concat(deflated), { finishFlush: constants.Z_SYNC_FLUSH });
      messages.push(all.subarray(inflated).toString('utf8'));
      inflated = all.length;
    }
    message = null;
  }
  return messages;
}

export function pieceAt(bytes: Buffer, at: number): Piece | null {
  if (at + 2 > bytes.length) return null;
  const [first, second] = [bytes[at]!, bytes[at + 1]!];
  const short = second & 0x7f;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (at + 2 + extended > bytes.length) return null;
  const length =
    extended === 2
      ? bytes.readUInt16BE(at + 2)
      : extended === 8
        ? Number(bytes.readBigUInt64BE(at + 2))
        : short;
  const masked = (second & 0x80) !== 0;
  const start = at + 2 + extended + (masked ? 4 : 0);
  if (start + length > bytes.length) return null;
  const mask = masked ? bytes.subarray(start - 4, start) : null;
  const payload = bytes
    .subarray(start, start + length)
    .map((byte, index) => (mask ? byte ^ mask[index % 4]! : byte));
  return {
    opcode: first & 0x0f,
    fin: (first & 0x80) !== 0,
    compressed: (first & 0x40) !== 0,
    payload,
    next: start + length,
  };
}
