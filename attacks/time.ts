/** Setting what an outermost envelope carries to tell one sealing from another, its time or its nonce, whatever protects it. */
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

const withTime = (wire: WireFormat, body: string, time: Uint8Array): string =>
  withField(wire, body, 'time', () => time);

/** The body with one character of the nonce in its outermost envelope changed; as it was where there is none. */
export const renonced = (wire: WireFormat, body: string): string =>
  withField(wire, body, 'nonce', (nonce) => nonce.with(0, nonce[0] === ZERO ? ZERO + 1 : ZERO));

/** A digit in any alphabet that a nonce may be written in. */
const ZERO = 0x30;

function withField(
  wire: WireFormat,
  body: string,
  name: 'time' | 'nonce',
  change: (old: Uint8Array) => Uint8Array,
): string {
  const envelope = outermost(wire);
  const fields = envelope && peel(envelope, Buffer.from(body));
  const old = fields?.get(name);
  return envelope && old
    ? Buffer.from(wrap(envelope, new Map(fields).set(name, change(old)))).toString('utf8')
    : body;
}
