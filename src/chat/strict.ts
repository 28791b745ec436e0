import * as v from 'valibot';
import type { Frame } from './wire.js';

/** The largest frame that the strict codec reads, in bytes. */
export const MAX_FRAME = 128 * 1024;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}_-]{1,32}$/u));
/** Any text that has a UTF-8 form: JSON can escape a lone surrogate, and bytes would show U+FFFD in its place. */
const text = v.pipe(
  v.string(),
  v.check((value) => value.isWellFormed()),
);
const version = v.number();
const salt = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{22}==$/));
const signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}==$/));
const proof = v.exactOptional(signature);
const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}=$/));
const membership = v.strictObject({ id: whole, room: name, nick: name });

const FRAME = v.variant('type', [
  v.strictObject({
    v: version,
    type: v.literal('join'),
    header: membership,
    body: v.strictObject({ salt, proof, key: v.exactOptional(publicKey) }),
  }),
  v.strictObject({
    v: version,
    type: v.literal('leave'),
    header: membership,
    body: v.exactOptional(v.strictObject({ proof: signature })),
  }),
  v.strictObject({ v: version, type: v.literal('list'), header: v.strictObject({ id: whole }) }),
  v.strictObject({
    v: version,
    type: v.literal('control'),
    header: v.strictObject({
      id: whole,
      room: name,
      nick: name,
      part: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
    }),
    body: text,
  }),
  v.strictObject({
    v: version,
    type: v.literal('message'),
    header: v.strictObject({ id: whole, room: name, nick: name, seq: whole, sent: whole }),
    suite: v.pipe(v.string(), v.regex(/^[a-z0-9+-]{1,120}$/)),
    body: text,
  }),
  v.strictObject({
    v: version,
    type: v.literal('reply'),
    header: v.strictObject({ re: whole, to: text }),
    body: v.variant('ok', [
      v.strictObject({
        ok: v.literal(true),
        salt: v.exactOptional(salt),
        roster: v.exactOptional(v.array(name)),
        rooms: v.exactOptional(v.array(name)),
        keys: v.exactOptional(v.array(v.strictObject({ nick: name, key: publicKey }))),
      }),
      v.strictObject({ ok: v.literal(false), error: text }),
    ]),
  }),
]);

const MESSAGE = v.strictObject({ text });

export type StrictResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: 'malformed-frame' | 'over-size' | 'schema' | 'not-canonical' };

/** Reads a frame: size limit, then JSON, then the strict schema, then the one canonical encoding. */
export const decodeStrictFrame = (text: string): StrictResult<Frame> =>
  decode(FRAME, text) as StrictResult<Frame>;

/** Reads an opened body by the same rules. */
export const decodeStrictMessage = (text: string): StrictResult<{ text: string }> => decode(MESSAGE, text);

function decode<T>(schema: v.GenericSchema<unknown, T>, source: string): StrictResult<T> {
  // The size is checked before anything is parsed: parsing is where a bomb goes off.
  if (source.length > MAX_FRAME || Buffer.byteLength(source) > MAX_FRAME)
    return { ok: false, code: 'over-size' };
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { ok: false, code: 'malformed-frame' };
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return { ok: false, code: 'schema' };
  // One value, one encoding: a duplicate key, another order, an escape or a space would make two frames of one
  // (CWE-436). The output holds what the schema names and nothing else, so `__proto__` falls here too.
  if (JSON.stringify(parsed.output) !== source) return { ok: false, code: 'not-canonical' };
  return { ok: true, value: bare(parsed.output) as T };
}

/** The same value on null prototypes, so that no later merge can reach `Object.prototype` (CWE-1321). */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const out = Object.create(null);
  for (const key of Object.keys(value)) out[key] = bare((value as Record<string, unknown>)[key]);
  return out;
}
