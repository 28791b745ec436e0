import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { decodeBase64url, encodeBase64url } from '../model/base64.js';
import { concat, lengthPrefixed } from '../model/bytes.js';
import type { Asked } from './epoch-state.js';

const DOMAIN = 'mallory/v1/epoch/wrap';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a wrap is for, bound into its key: nobody can move it to another room, member, epoch or request. */
export interface Purpose {
  readonly room: string;
  readonly host: string;
  readonly member: string;
  readonly epoch: number;
}

/** A fresh X25519 key pair (RFC 7748). */
export function freshPair(): Asked {
  const { d, x } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { public: x!, secret: d! };
}

/** HKDF-SHA256 (RFC 5869) over the shared secret; both public keys stand in its info (RFC 7748 §6.1). Throws for a key of small order. */
function wrappingKey(mine: Asked, theirs: string, hostKey: string, memberKey: string, purpose: Purpose) {
  const shared = diffieHellman({
    privateKey: createPrivateKey({
      key: { kty: 'OKP', crv: 'X25519', x: mine.public, d: mine.secret },
      format: 'jwk',
    }),
    publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: theirs }, format: 'jwk' }),
  });
  const { room, host, member, epoch } = purpose;
  const info = lengthPrefixed(DOMAIN, room, host, member, String(epoch), hostKey, memberKey);
  return new Uint8Array(hkdfSync('sha256', shared, new Uint8Array(), info, KEY_BYTES));
}

/** The epoch's key, sealed for whoever has the secret of `asked`, under a key pair of this one wrap. Null where `asked` is no sound key. */
export function wrapped(
  key: Uint8Array,
  asked: string,
  purpose: Purpose,
): { readonly key: string; readonly sealed: string } | null {
  const mine = freshPair();
  try {
    const wrapping = wrappingKey(mine, asked, mine.public, asked, purpose);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', wrapping, iv);
    const sealed = concat(iv, cipher.update(key), cipher.final(), cipher.getAuthTag());
    return { key: mine.public, sealed: encodeBase64url(sealed) };
  } catch {
    return null;
  }
}

/** The key in a wrap; null where it is not for this pair and this purpose. */
export function unwrapped(
  { key, sealed }: { readonly key: string; readonly sealed: string },
  asked: Asked,
  purpose: Purpose,
): Uint8Array | null {
  const bytes = decodeBase64url(sealed);
  if (bytes?.length !== IV_BYTES + KEY_BYTES + TAG_BYTES) return null;
  try {
    const wrapping = wrappingKey(asked, key, key, asked.public, purpose);
    const decipher = createDecipheriv('aes-256-gcm', wrapping, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return concat(decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final());
  } catch {
    return null;
  }
}
