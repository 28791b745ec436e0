import { createDecipheriv } from 'node:crypto';

/** The bytes of a Fernet token. */
export const tokenIn = (sealed: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(sealed).toString(), 'base64url');

/** What a Fernet token holds, whatever its HMAC is: its words, and when it was made; null where the padding is wrong. `key`: both halves. */
export function uncheckedIn(
  token: Buffer,
  key: Uint8Array,
): { readonly body: Uint8Array; readonly sealedAt: number } | null {
  const decipher = createDecipheriv('aes-128-cbc', key.subarray(16), token.subarray(9, 25));
  try {
    const body = Buffer.concat([decipher.update(token.subarray(25, -32)), decipher.final()]);
    return { body, sealedAt: Number(token.readBigUInt64BE(1)) };
  } catch {
    return null;
  }
}
