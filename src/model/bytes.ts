/** Tiny pure functions over bytes. */
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. A text with a lone surrogate has no UTF-8 form: callers check `isWellFormed()` first. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The text of UTF-8 bytes, or null where they are not UTF-8 (RFC 3629: no overlong form, no surrogate). */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes of several arrays, one after another. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** Each field behind its length (4 bytes, big-endian), so that no two lists of fields share an encoding. */
export function lengthPrefixed(...fields: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = fields.map((field) => (typeof field === 'string' ? utf8(field) : field));
  const out = new Uint8Array(parts.reduce((sum, part) => sum + LENGTH_BYTES + part.length, 0));
  const view = new DataView(out.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    out.set(part, offset + LENGTH_BYTES);
    offset += LENGTH_BYTES + part.length;
  }
  return out;
}

const LENGTH_BYTES = 4;

/** Splits at the first `separator` (one ASCII byte): `[before, after]`, or null where it is missing. */
export function splitAt(bytes: Uint8Array, separator: string): [Uint8Array, Uint8Array] | null {
  const at = bytes.indexOf(separator.charCodeAt(0));
  return at < 0 ? null : [bytes.subarray(0, at), bytes.subarray(at + 1)];
}
