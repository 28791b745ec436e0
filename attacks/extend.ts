/** Bodies that go on where a tagged one ended: made of its tag alone, wherever the tag is a plain hash over key and message. */
import type { WireFormat } from '../src/model/wire-format.js';
import { extended, glue } from './crypto/sha256.js';
import { editBytes } from './edit.js';
import { bodyField, peel, tagField, wrap } from './envelope.js';

/** Whether the format has a tag that could be the state of SHA-256, whatever it says of itself. */
export const invitesExtension = ({ envelopes: [envelope] }: WireFormat): boolean =>
  envelope !== undefined && tagField(envelope)?.bytes === 32 && !bodyField(envelope).algorithm;

/** The lengths of keys that are tried, in bytes: the adversary need not know it. */
const KEY_BYTES = Array.from({ length: 65 }, (_, length) => length);

/**
 * The longer bodies that end in `wanted`, one for each length of the key; `body` is known to say `known`. What the tag
 * claims to be is not believed, but it must have the length of SHA-256's. Empty where the format has no such tag.
 */
export function extensions(wire: WireFormat, body: string, known: Uint8Array, wanted: Uint8Array): string[] {
  const [envelope, ...inner] = wire.envelopes;
  const fields = envelope && tagField(envelope) && peel(envelope, new Uint8Array(Buffer.from(body)));
  const message = fields?.get('body');
  const tag = fields?.get('tag');
  if (!envelope || !fields || !message || tag?.length !== 32) return [];
  const suffix = suffixOf(bodyField(envelope).form, { ...wire, envelopes: inner }, message, known, wanted);
  return KEY_BYTES.map((key) => {
    const hashed = key + message.length;
    const longer = new Uint8Array(Buffer.concat([message, glue(hashed), suffix]));
    return wrap(envelope, new Map(fields).set('tag', extended(tag, hashed, suffix)).set('body', longer));
  }).map((bytes) => Buffer.from(bytes).toString());
}

/** One field more of a form, whose last one counts; else the wanted words as they stand. Inner layers are edited as far as they let. */
function suffixOf(
  form: 'last-counts' | undefined,
  inner: WireFormat,
  message: Uint8Array,
  known: Uint8Array,
  wanted: Uint8Array,
): Uint8Array {
  const body = form ? new URLSearchParams(Buffer.from(message).toString('latin1')).get('body') : null;
  if (body === null) return wanted;
  const edited = editBytes(inner, body, known, wanted) ?? Buffer.from(body);
  return Buffer.from(`&body=${encodeURIComponent(Buffer.from(edited).toString())}`);
}
