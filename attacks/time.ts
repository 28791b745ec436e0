/** Setting the time that an outermost envelope carries, whatever protects it. */
import type { WireFormat } from '../src/model/wire-format.js';
import { peel, wrap } from './envelope.js';

/** Bytes of a binary time: unsigned, big-endian, in seconds since 1970 (Fernet specification, Timestamp). */
const TIME_BYTES = 8;

const outermost = ({ envelopes: [envelope] }: WireFormat) => envelope;
const timeIn = (wire: WireFormat) => outermost(wire)?.fields.find((field) => field.name === 'time');

/** Whether the outermost envelope carries a time as a binary number. */
export const hasBinaryTime = (wire: WireFormat): boolean => timeIn(wire)?.bytes === TIME_BYTES;

/** The body with the binary time of its outermost envelope set to `now`; as it was where there is none. */
export function restamp(wire: WireFormat, body: string, now: number): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(now));
  return hasBinaryTime(wire) ? withTime(wire, body, time) : body;
}

/** The body with a time that stands in clear text in its outermost envelope set to `now`. */
export function restampText(wire: WireFormat, body: string, now: number): string {
  const clear = outermost(wire)?.encoding === 'utf8' && timeIn(wire) !== undefined;
  return clear ? withTime(wire, body, Buffer.from(String(now))) : body;
}

function withTime(wire: WireFormat, body: string, time: Uint8Array): string {
  const envelope = outermost(wire)!;
  const fields = peel(envelope, Buffer.from(body));
  return fields ? Buffer.from(wrap(envelope, fields.set('time', time))).toString('utf8') : body;
}
