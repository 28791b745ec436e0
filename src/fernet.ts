/**
 * Fernet, to the letter of its specification (github.com/fernet/spec, Spec.md, version 0x80):
 *
 *     version 1 ‖ time 8 ‖ IV 16 ‖ AES-128-CBC ciphertext 16·n ‖ HMAC-SHA256 32, all in padded base64url
 *
 * It hides and authenticates bytes among the holders of one key. It does not say which of them wrote a token,
 * and a token may be delivered any number of times while its age allows.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';
import { decodeBase64url, encodeBase64url } from './model/base64.js';
import { untimely } from './model/untimely.js';

/** Why a token was refused. Hostile text can cause each of these, so they are returned, never thrown. */
export type FernetRejection =
  | 'malformed-token' // not strict padded base64url, under 73 bytes, or a ciphertext that is not whole AES blocks
  | 'bad-version' // the first byte is not 0x80
  | 'bad-hmac' // not written under this key, or changed since
  | 'bad-padding' // authentic, but the plaintext lacks the padding of RFC 5652 §6.3: its author is broken
  | 'expired' // authentic, and older than `ttl` seconds
  | 'from-the-future'; // authentic, and dated more than 60 s ahead of this clock

/** `time`: seconds since 1970. Exact up to 2^53; beyond, the nearest double, for 64 bits do not fit a number. */
export type FernetResult =
  | { ok: true; value: Uint8Array; time: number }
  | { ok: false; code: FernetRejection };

/** 32 bytes (signing key 16 ‖ encryption key 16), or those as 44 characters of padded base64url. */
export type FernetKey = string | Uint8Array;

const VERSION = 0x80;
const BLOCK = 16;
const IV_AT = 9;
const CIPHERTEXT_AT = 25;
const HMAC_LENGTH = 32;

/** A fresh key: 32 random bytes as 44 characters of padded base64url. */
export function generateKey(): string {
  return encodeBase64url(randomBytes(32));
}

/**
 * Bytes → token of 4⌈(73 + 16⌊n/16⌋)/3⌉ characters. Spec, "Generating".
 * `now`: whole seconds since 1970, the system clock when absent. `iv`: 16 bytes, for known-answer tests only;
 * an IV used twice under one key shows which messages begin alike.
 * Throws on a malformed key, `now`, `iv` or on text: these are the caller's mistakes, never an attacker's.
 */
export function encrypt(
  key: FernetKey,
  bytes: Uint8Array,
  { now = systemSeconds(), iv = freshIv() }: { now?: number | undefined; iv?: Uint8Array | undefined } = {},
): string {
  const { signing, encryption } = splitKey(key);
  if (!Number.isSafeInteger(now) || now < 0) throw new RangeError('now must be whole seconds since 1970');
  // A cipher would take a string too, and silently replace its lone surrogates.
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Fernet encrypts bytes: encode the text first');
  const cipher = createCipheriv('aes-128-cbc', encryption, iv);
  const token = assemble(now, iv, cipher.update(bytes), cipher.final());
  const signed = token.subarray(0, -HMAC_LENGTH);
  token.set(hmac(signing, signed), signed.length);
  return encodeBase64url(token);
}

/**
 * Token → bytes, or the code of the refusal. Spec, "Verifying".
 * `ttl`: the greatest age in seconds; 0 means this very second; when absent neither age nor future is checked.
 * `now`: seconds since 1970, the system clock when absent.
 * No token makes it throw; a malformed key, a `now` that is not finite and a `ttl` that is not finite or negative do.
 */
export function decrypt(
  key: FernetKey,
  token: string,
  { ttl, now = systemSeconds() }: { ttl?: number | undefined; now?: number | undefined } = {},
): FernetResult {
  const { signing, encryption } = splitKey(key);
  if (!Number.isFinite(now)) throw new RangeError('now must be a finite number of seconds');
  if (ttl !== undefined && !(ttl >= 0 && Number.isFinite(ttl)))
    throw new RangeError('ttl must be finite, 0 or more');
  const bytes = typeof token === 'string' ? decodeBase64url(token) : null;
  if (bytes === null) return { ok: false, code: 'malformed-token' };
  // The spec reads the time before the HMAC. Both orders accept the same tokens; this one believes no field before
  // it is authentic, so that `expired` is never said of a forgery and tells its author nothing about our clock.
  const code = forgery(signing, bytes) ?? (ttl === undefined ? null : untimely(readTime(bytes), ttl, now));
  if (code !== null) return { ok: false, code };
  const value = decryptBody(encryption, bytes);
  return value === null ? { ok: false, code: 'bad-padding' } : { ok: true, value, time: readTime(bytes) };
}

/** Spec, "Verifying", steps 2, 4, 5; null when the bytes were written under this key. */
function forgery(signing: Uint8Array, bytes: Uint8Array): FernetRejection | null {
  const ciphertextLength = bytes.length - CIPHERTEXT_AT - HMAC_LENGTH;
  // Padding adds at least one byte, so even an empty message fills a block.
  if (ciphertextLength < BLOCK || ciphertextLength % BLOCK !== 0) return 'malformed-token';
  if (bytes[0] !== VERSION) return 'bad-version';
  // Constant time: how long a comparison takes must not say how many bytes of a guess are right.
  const expected = hmac(signing, bytes.subarray(0, -HMAC_LENGTH));
  return timingSafeEqual(expected, bytes.subarray(-HMAC_LENGTH)) ? null : 'bad-hmac';
}

/** Spec, "Verifying", steps 6 and 7; null when the padding is wrong. Only ever called with authentic bytes. */
function decryptBody(encryption: Uint8Array, bytes: Uint8Array): Uint8Array | null {
  const decipher = createDecipheriv('aes-128-cbc', encryption, bytes.subarray(IV_AT, CIPHERTEXT_AT));
  // Unpadded here: OpenSSL would hold back the last block, and joining it would copy the message.
  const padded = decipher.setAutoPadding(false).update(bytes.subarray(CIPHERTEXT_AT, -HMAC_LENGTH));
  const count = padded[padded.length - 1]!;
  if (count < 1 || count > BLOCK || padded.subarray(-count).some((byte) => byte !== count)) return null;
  return new Uint8Array(padded.buffer, padded.byteOffset, padded.length - count);
}

/** Version ‖ time ‖ IV ‖ ciphertext, and room for the HMAC. */
function assemble(now: number, iv: Uint8Array, body: Uint8Array, lastBlock: Uint8Array): Uint8Array {
  const token = Buffer.allocUnsafe(CIPHERTEXT_AT + body.length + lastBlock.length + HMAC_LENGTH);
  token[0] = VERSION;
  // Two halves of 32 bits: a BigInt costs ten times as much, and bit operators would cut at 2038.
  token.writeUInt32BE(Math.floor(now / 2 ** 32), 1);
  token.writeUInt32BE(now % 2 ** 32, 5);
  token.set(iv, IV_AT);
  token.set(body, CIPHERTEXT_AT);
  token.set(lastBlock, CIPHERTEXT_AT + body.length);
  return token;
}

function readTime(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, IV_AT);
  return view.getUint32(1) * 2 ** 32 + view.getUint32(5);
}

function splitKey(key: FernetKey): { signing: Uint8Array; encryption: Uint8Array } {
  const bytes = typeof key === 'string' ? decodeBase64url(key) : key;
  if (bytes?.length !== 32)
    throw new TypeError('a Fernet key is 32 bytes, or 44 characters of padded base64url');
  return { signing: bytes.subarray(0, 16), encryption: bytes.subarray(16) };
}

const hmac = (key: Uint8Array, bytes: Uint8Array) => createHmac('sha256', key).update(bytes).digest();

const systemSeconds = (): number => Math.floor(Date.now() / 1000);

/** A draw costs the same for 16 bytes as for 4096 and more than the HMAC of a short message, so IVs come by the 256. */
const IV_POOL = Buffer.allocUnsafeSlow(256 * BLOCK);
let used = IV_POOL.length;

/** 16 random bytes, each handed out once: `used` only grows until the whole pool is drawn anew. */
function freshIv(): Uint8Array {
  if (used === IV_POOL.length) {
    randomFillSync(IV_POOL);
    used = 0;
  }
  used += BLOCK;
  return IV_POOL.subarray(used - BLOCK, used);
}
