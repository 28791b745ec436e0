/** Tiny pure functions over bytes. What they make lies in the memory that Node keeps for small buffers, which costs less than memory of its own. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a text. A text with a lone surrogate has no UTF-8 form: callers check `isWellFormed()` first. */
export const utf8 = (text: string): Uint8Array => plain(Buffer.from(text));

/** A `Buffer` seen as the plain `Uint8Array` that was promised: `Buffer.slice` shares memory, this one's copies. */
export const plain = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);

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
  return plain(Buffer.concat(parts));
}

/** Each field behind its length (4 bytes, big-endian), so that no two lists of fields share an encoding. */
export function lengthPrefixed(...fields: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = fields.map((field) => (typeof field === 'string' ? Buffer.from(field) : field));
  const out = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + LENGTH_BYTES + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, out.writeUInt32BE(part.length, offset));
    offset += LENGTH_BYTES + part.length;
  }
  return plain(out);
}

const LENGTH_BYTES = 4;

/** Splits at the first `separator` (one ASCII byte): `[before, after]`, or null where it is missing. */
export function splitAt(bytes: Uint8Array, separator: string): [Uint8Array, Uint8Array] | null {
  const at = bytes.indexOf(separator.charCodeAt(0));
  return at < 0 ? null : [bytes.subarray(0, at), bytes.subarray(at + 1)];
}
