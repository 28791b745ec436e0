/**
 * Reading TLS 1.3 records off a captured TCP stream with traffic secrets that were stolen. Traffic keys follow from a
 * secret that both ends hold for as long as nobody asks for new ones (KeyUpdate, RFC 8446 §4.6.3), so that a theft in
 * the middle of a connection opens all of it. RFC 8446 §5.2 (records), §5.3 (nonces), §7.1 and §7.3 (keys).
 */
import { createDecipheriv, createHmac } from 'node:crypto';

const HEADER = 5;
const APPLICATION_DATA = 23;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A cipher suite's hash goes with the length of the secret: SHA-384 with AES-256, SHA-256 with the others. */
const CIPHERS = {
  32: [
    { hash: 'sha256', cipher: 'aes-128-gcm', key: 16 },
    { hash: 'sha256', cipher: 'chacha20-poly1305', key: 32 },
  ],
  48: [{ hash: 'sha384', cipher: 'aes-256-gcm', key: 32 }],
} as const;
type Cipher = (typeof CIPHERS)[keyof typeof CIPHERS][number];

/** The secret of one direction in lines of NSS's key log format; null where none is there. */
export function secretIn(lines: readonly string[], side: 'CLIENT' | 'SERVER'): Uint8Array | null {
  const line = lines.findLast((candidate) => candidate.startsWith(`${side}_TRAFFIC_SECRET_0 `));
  return line ? new Uint8Array(Buffer.from(line.split(' ')[2] ?? '', 'hex')) : null;
}

/** What one direction of a connection said, as far as the secret opens it: the application's own bytes, in order. */
export function openedRecords(stream: Uint8Array, secret: Uint8Array): Uint8Array {
  const ciphers: readonly Cipher[] = CIPHERS[secret.length as keyof typeof CIPHERS] ?? [];
  const opened = ciphers.map((cipher) => openedBy(cipher, stream, secret));
  return new Uint8Array(opened.find(({ length }) => length > 0) ?? []);
}

function openedBy(cipher: Cipher, stream: Uint8Array, secret: Uint8Array): Uint8Array {
  const key = expandLabel(cipher.hash, secret, 'key', cipher.key);
  const iv = expandLabel(cipher.hash, secret, 'iv', IV_BYTES);
  const said: Uint8Array[] = [];
  let number = 0;
  for (const record of recordsIn(stream)) {
    const inner = decrypted(cipher, key, nonceOf(iv, number), record);
    // Records of the handshake are under another key; they do not count.
    if (!inner) continue;
    number++;
    // The true type is the last byte that is not padding (§5.2).
    const end = inner.findLastIndex((byte) => byte !== 0);
    if (inner[end] === APPLICATION_DATA) said.push(inner.subarray(0, end));
  }
  return Buffer.concat(said);
}

/** The records that look like application data, whole. */
function recordsIn(stream: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(stream);
  const records: Uint8Array[] = [];
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const end = at + HEADER + bytes.readUInt16BE(at + 3);
    if (end > bytes.length) break;
    if (bytes[at] === APPLICATION_DATA) records.push(bytes.subarray(at, end));
    at = end;
  }
  return records;
}

function decrypted(
  { cipher }: Cipher,
  key: Uint8Array,
  nonce: Uint8Array,
  record: Uint8Array,
): Buffer | null {
  const sealed = record.subarray(HEADER);
  const decipher = createDecipheriv(cipher as 'aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(record.subarray(0, HEADER), { plaintextLength: sealed.length - TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** The record's number, as wide as the IV, XORed with it. */
function nonceOf(iv: Uint8Array, number: number): Uint8Array {
  const wide = Buffer.alloc(IV_BYTES);
  wide.writeBigUInt64BE(BigInt(number), IV_BYTES - 8);
  return wide.map((byte, at) => byte ^ iv[at]!);
}

/** HKDF-Expand-Label with an empty context; one block of HMAC is as much as any key here takes (RFC 5869 §2.3). */
function expandLabel(hash: string, secret: Uint8Array, label: string, length: number): Uint8Array {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([0])]);
  const block = createHmac(hash, secret)
    .update(info)
    .update(Buffer.from([1]))
    .digest();
  return new Uint8Array(block.subarray(0, length));
}
