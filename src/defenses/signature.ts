import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { hashes, Point, verify as verifySlowly } from '@noble/ed25519';
import { decodeBase64url, encodeBase64url } from '../model/base64.js';
import { concat, fromUtf8, lengthPrefixed, splitAt, utf8 } from '../model/bytes.js';
import type { Keys, Layer, MessageHeader, Part } from '../model/defense.js';
import { remembered } from '../model/remembered.js';

hashes.sha512 = (message) => createHash('sha512').update(message).digest();

const SIGNATURE_BYTES = 64;
/** Separates these signatures from any other use of the key (RFC 8032 §8.3's advice, without a context variant). */
const DOMAIN = 'mallory/v1/message';

/** Signs and verifies `signed` of a message, under the pinned key of the header's nick. */
const signing =
  (signed: (header: MessageHeader, body: Uint8Array) => Uint8Array) =>
  ({ personal, pinned }: Pick<Keys, 'personal' | 'pinned'>): Layer => ({
    seal: (body, { header }) => {
      const tag = signatureOf(signed(header, body), personal.secret);
      return concat(utf8(`${encodeBase64url(tag)}.`), body);
    },
    open: (sealed, { header }) => {
      const halves = splitAt(sealed, '.');
      const text = halves && fromUtf8(halves[0]);
      const tag = text === null ? null : decodeBase64url(text);
      // Mandatory: whoever takes a signature off must not pass for somebody who has none yet.
      if (!halves) return { ok: false, code: 'unsigned' };
      if (!tag) return { ok: false, code: 'malformed-signature' };
      const body = halves[1];
      // The key comes from the pinned roster by the author's nick, never from the frame.
      const key = pinned.get(header.nick);
      if (!key || !isSoundKey(key)) return { ok: false, code: 'unknown-author' };
      return verifies(tag, signed(header, body), key)
        ? { ok: true, body }
        : { ok: false, code: 'bad-signature' };
    },
  });

/** Ed25519 (RFC 8032), one key per peer, pinned out of band. */
export const signature: Part = {
  id: 'signature',
  title: 'Ed25519 signatures, keys pinned out of band',
  protects: 'who wrote it, in which room, and every byte of it, even from other members',
  leavesOpen: 'secrecy; copies, holding, order and loss of what was truly signed',
  stage: 'signature',
  personalKeys: true,
  envelope: {
    part: 'signature',
    encoding: 'utf8',
    fields: [
      { name: 'tag', bytes: SIGNATURE_BYTES, encoding: 'base64url', until: '.', algorithm: 'ed25519' },
      { name: 'body' },
    ],
  },
  // Each field behind its length, so that no part of one can pass for a part of another.
  layer: signing(({ room, nick }, body) => lengthPrefixed(DOMAIN, room, nick, body)),
};

/** A variant, vulnerable on purpose: what is signed is the body alone, and fits wherever somebody puts it (Davis 2001; CWE-345). */
export const signatureBodyOnly: Part = {
  ...signature,
  id: 'signature-body-only',
  title: 'Ed25519 over the body alone, keys pinned out of band',
  protects: 'who wrote it, and every byte of it',
  leavesOpen:
    'where it was said: the room beside it is anybody’s to change; and all that signatures leave open',
  insteadOf: 'signature',
  envelope: { ...signature.envelope!, part: 'signature-body-only' },
  layer: signing((_, body) => lengthPrefixed(DOMAIN, body)),
};

/** Keys and answers that are remembered. */
const MOST = 4096;

/** A JSON Web Key names the public key too (RFC 8037 §2); OpenSSL derives it from the secret (RFC 8032 §5.1.5) and reads none. */
const UNREAD = Buffer.alloc(32).toString('base64url');

/** Ed25519 over the bytes (RFC 8032 §5.1.6): the same secret and bytes give the same 64 bytes. */
export const signatureOf = (message: Uint8Array, secret: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, message, privateKeyOf(secret)));

const privateKeys = new WeakMap<Uint8Array, KeyObject>();

/** Reading a key costs more than signing with it: each is read once, and forgotten with its bytes. PKCS#8 would cost ten times as much. */
function privateKeyOf(secret: Uint8Array): KeyObject {
  const known = privateKeys.get(secret);
  if (known) return known;
  const d = Buffer.from(secret).toString('base64url');
  const read = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x: UNREAD }, format: 'jwk' });
  privateKeys.set(secret, read);
  return read;
}

/** Whether this is a signature of whoever has the key, and the key one that can be somebody's. */
export const isSigned = (tag: Uint8Array, message: Uint8Array, key: Uint8Array): boolean =>
  isSoundKey(key) && verifies(tag, message, key);

/**
 * Strict verification (RFC 8032 §5.1.7, canonical points and s < L) under a sound key: the library's default, ZIP-215,
 * is laxer. OpenSSL is stricter still, for it does not multiply by the cofactor, and thirty times as fast: what it
 * accepts is valid, and only what it refuses is looked at again. A tag of another length, an empty one too, is none.
 */
const verifies = (tag: Uint8Array, message: Uint8Array, key: Uint8Array): boolean =>
  tag.length === SIGNATURE_BYTES &&
  once(
    lengthPrefixed('verify', tag, message, key),
    () => verifiesFast(tag, message, key) || verifySlowly(tag, message, key, { zip215: false }),
  );

const verifiesFast = (tag: Uint8Array, message: Uint8Array, key: Uint8Array): boolean =>
  verify(null, message, publicKeyOf(key), tag);

const publicKeys = new Map<string, KeyObject>();

const publicKeyOf = (key: Uint8Array): KeyObject =>
  remembered(
    publicKeys,
    Buffer.from(key).toString('base64url'),
    (x) => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    MOST,
  );

/** Under a key of small order one signature fits many messages; such a key is never an author's. */
export const isSoundKey = (key: Uint8Array): boolean =>
  once(lengthPrefixed('sound', key), () => !Point.fromBytes(key).isSmallOrder());

const answers = new Map<string, boolean>();

/**
 * Both checks are pure functions of bytes that cost milliseconds, and all members of a process ask the same: each
 * answer is computed once. The library throws at bytes that are no point or number: that is a no.
 */
const once = (question: Uint8Array, check: () => boolean): boolean =>
  remembered(answers, hash('sha256', question, 'base64'), () => answerOf(check), MOST);

function answerOf(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
