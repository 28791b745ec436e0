/** Everything in a body that could be an encoding of bytes, with the padding and blanks that lenient decoders skip. */
const ENCODED = /[A-Za-z0-9+/_-]{16,}[=\s]*/g;

/**
 * A message's body as a lenient decoder reads it, so that two spellings of one body compare equal: JSON escapes and the
 * order of keys are gone, hex has lowercase letters, and base64 is what it stands for, whatever its alphabet, padding,
 * blanks and loose bits. The whole bytes where they are no message.
 */
export function bodyOf(bytes: string): string {
  const body = exactBodyOf(bytes);
  return body.replace(ENCODED, (word) =>
    /^[0-9a-f]+$/i.test(word) ? word.toLowerCase() : Buffer.from(word, 'base64').toString('hex'),
  );
}

/** A message's body as it stands; the whole bytes where they are no message. */
export function exactBodyOf(bytes: string): string {
  try {
    const { body } = JSON.parse(bytes);
    return typeof body === 'string' ? body : bytes;
  } catch {
    return bytes;
  }
}

/** Room, nick and number of a message; null of anything else. */
export function placeOf(bytes: string): string | null {
  try {
    const { type, header } = JSON.parse(bytes);
    return type === 'message' ? JSON.stringify([header.room, header.nick, header.seq]) : null;
  } catch {
    return null;
  }
}
