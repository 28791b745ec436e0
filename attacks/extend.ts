/** Bodies that go on where a tagged one ended: made of its tag alone, wherever the tag is a plain hash over key and message. */
import type { WireFormat } from '../src/model/wire-format.js';
import { EXTENDING } from './crypto/extending.js';
import { editBytes } from './edit.js';
import { bodyField, peel, tagField, wrap } from './envelope.js';

/** Whether the format has a tag that could be the state of a hash, whatever it says of itself. */
export const invitesExtension = ({ envelopes: [envelope] }: WireFormat): boolean =>
  envelope !== undefined &&
  EXTENDING.has(tagField(envelope)?.bytes ?? 0) &&
  !bodyField(envelope).algorithm &&
  tagField(envelope)?.algorithm !== 'ed25519';

/** The lengths of keys that are tried, in bytes: the adversary need not know it. */
const KEY_BYTES = Array.from({ length: 65 }, (_, length) => length);

/**
 * The longer bodies that end in `wanted`, one for each length of the key; `body` is known to say `known`. What the tag
 * claims to be is not believed, only its length; of a length that no such hash has, it is kept. Empty where there is no tag.
 */
export function extensions(wire: WireFormat, body: string, known: Uint8Array, wanted: Uint8Array): string[] {
  const [envelope, ...inner] = wire.envelopes;
  const fields = envelope && tagField(envelope) && peel(envelope, new Uint8Array(Buffer.from(body)));
  const message = fields?.get('body');
  const tag = fields?.get('tag');
  if (!envelope || !fields || !message || !tag) return [];
  const suffix = suffixOf(bodyField(envelope).form, { ...wire, envelopes: inner }, message, known, wanted);
  const hash = tagField(envelope)?.algorithm === 'ed25519' ? undefined : EXTENDING.get(tag.length);
  const longer = (made: Uint8Array, between: Uint8Array): string => {
    const body = new Uint8Array(Buffer.concat([message, between, suffix]));
    return Buffer.from(wrap(envelope, new Map(fields).set('tag', made).set('body', body))).toString();
  };
  if (!hash) return [longer(tag, new Uint8Array())];
  return KEY_BYTES.map((key) => {
    const hashed = key + message.length;
    return longer(hash.extended(tag, hashed, suffix), hash.glue(hashed));
  });
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
