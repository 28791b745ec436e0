/** What a part that screens frames looks at. */
export { MARKER } from '../../src/chat/reviving.js';

/** The text with JSON's escapes of characters undone (RFC 8259 §7). */
export const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
