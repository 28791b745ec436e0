/**
 * Strict text ↔ bytes. Node's own decoders forgive (they skip foreign characters, stop at the first `=`, mix both
 * alphabets, drop loose bits), so that one byte string has many spellings: a cache or a log that compares
 * text is then fooled by an attacker who respells. Here every byte string has exactly one spelling.
 */

import { plain } from './bytes.js';

/** The padding a base64 text needs, by its number of bytes modulo 3. */
const PADDING = ['', '==', '='] as const;

const viewed = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes → padded base64url (RFC 4648 §5); n bytes give 4⌈n/3⌉ characters. */
export function encodeBase64url(bytes: Uint8Array): string {
  // Node leaves the padding out, and other Fernet libraries refuse a token without it.
  return viewed(bytes).toString('base64url') + PADDING[(bytes.length % 3) as 0 | 1 | 2];
}

/**
 * Padded base64url (RFC 4648 §5) → bytes, or null for every text that `encodeBase64url` does not write.
 * Encoding all of it again to compare says the same, at the price of the decoding, on the path of every token.
 */
export function decodeBase64url(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64url');
  const quanta = Math.ceil(bytes.length / 3);
  // Node skips what is foreign to it, which costs a byte; with the padding demanded below, none can be missing here.
  if (text.length !== 4 * quanta) return null;
  // What Node takes beyond the alphabet: `+`, `/`, and any UTF-16 unit whose low byte is a letter ('Ł' reads as 'A').
  if (text.includes('+') || text.includes('/') || Buffer.byteLength(text) !== text.length) return null;
  // Loose bits and padding can only stand in the last four characters, so those are encoded again.
  return encodeBase64url(bytes.subarray(3 * quanta - 3)) === text.slice(-4) ? plain(bytes) : null;
}

/** Padded standard base64 (RFC 4648 §4) → bytes, or null for every text that is not the one canonical spelling. */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? plain(bytes) : null;
}

/** Lowercase hex, two digits a byte → bytes, or null for anything else: uppercase, odd length, spaces, `0x`. */
export function decodeHex(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'hex');
  return bytes.toString('hex') === text ? plain(bytes) : null;
}
