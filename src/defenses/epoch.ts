import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decodeBase64url, encodeBase64url } from '../model/base64.js';
import { concat, fromUtf8, lengthPrefixed, utf8 } from '../model/bytes.js';
import {
  CannotSeal,
  type Colleagues,
  type Host,
  type Keys,
  type Layer,
  type MessageHeader,
  type Part,
} from '../model/defense.js';
import { type Asked, currentKey, keyOf, read } from './epoch-state.js';
import { talking } from './epoch-talk.js';
import { freshPair } from './epoch-wrap.js';

const CIPHER = 'aes-256-gcm';
const DOMAIN = 'mallory/v1/epoch/message';
const EPOCH_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD = EPOCH_BYTES + IV_BYTES + TAG_BYTES;

/**
 * AES-256-GCM (NIST SP 800-38D) under a random key that changes whenever somebody leaves. The host named in the pinned
 * roster draws it and wraps it for each member who asks, each time for a key pair that she made for this one request
 * and deletes: what is stolen from a device opens neither an epoch that is over nor one that begins later.
 */
export const epoch: Part = {
  id: 'epoch',
  title: 'AES-256-GCM under a random key that changes when somebody leaves',
  protects:
    'the words, from the relay, from those who have left, and from whoever stole a device’s state in another epoch; room, author, place and time beside them',
  leavesOpen:
    'who wrote it (any member can); copies, order and loss; the current epoch, to whoever steals its key; members who vanish without leaving, a host who leaves, and whoever of the roster asks to come back',
  stage: 'decrypt',
  gives: ['fernet'],
  personalKeys: true,
  envelope: {
    part: 'epoch',
    encoding: 'base64url',
    fields: [
      { name: 'epoch', bytes: EPOCH_BYTES },
      { name: 'iv', bytes: IV_BYTES },
      { name: 'body', algorithm: CIPHER },
      { name: 'tag', bytes: TAG_BYTES },
    ],
  },
  layer: (...of) => epochLayer({}, ...of),
};

/** What the layer is made of, each of it sound unless a test plants a flaw. */
export interface Choices {
  /** 96 random bits for each message: after 2^32 messages of an epoch two might meet (SP 800-38D §8.3). */
  readonly ivOf: () => Uint8Array;
  readonly contextOf: (header: MessageHeader, epoch: number) => Uint8Array;
  readonly pairOf: (host: Host) => Asked;
}

const SOUND: Choices = {
  ivOf: () => randomBytes(IV_BYTES),
  // Each field behind its length. What is bound here cannot be read off the body, and need not stand in it.
  contextOf: ({ room, nick, seq, sent }, number) =>
    lengthPrefixed(DOMAIN, room, nick, String(seq), String(sent), String(number)),
  pairOf: freshPair,
};

export function epochLayer(
  choices: Partial<Choices>,
  keys: Keys,
  host: Host,
  colleagues?: Colleagues,
): Layer {
  const { ivOf, contextOf, pairOf } = { ...SOUND, ...choices };
  return {
    ...talking(keys, host, colleagues, pairOf),
    seal: (body, { header }) => {
      const epochs = read(host, header.room);
      const key = currentKey(epochs);
      if (!key) throw new CannotSeal('no-epoch-key');
      const iv = ivOf();
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(contextOf(header, epochs.current));
      const sealed = concat(cipher.update(body), cipher.final());
      return utf8(encodeBase64url(concat(numberOf(epochs.current), iv, sealed, cipher.getAuthTag())));
    },
    open: (sealed, { header, now }) => {
      const bytes = decodeBase64url(fromUtf8(sealed) ?? '');
      if (!bytes || bytes.length < OVERHEAD) return { ok: false, code: 'malformed-epoch' };
      const epochs = read(host, header.room);
      if (epochs.keys.length === 0) return { ok: false, code: 'no-epoch-key' };
      const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
      const key = keyOf(epochs, number, now);
      if (!key) return { ok: false, code: 'unknown-epoch' };
      const body = decrypted(key, bytes, contextOf(header, number));
      // The time of the header is authenticated with the rest of the context: an inner part may believe it.
      return body ? { ok: true, body, sealedAt: header.sent } : { ok: false, code: 'bad-epoch-tag' };
    },
  };
}

function numberOf(number: number): Uint8Array {
  const bytes = new Uint8Array(EPOCH_BYTES);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

/** The whole tag or nothing: no byte of the body is handed on before it has been verified. */
function decrypted(key: Uint8Array, bytes: Uint8Array, context: Uint8Array): Uint8Array | null {
  const iv = bytes.subarray(EPOCH_BYTES, EPOCH_BYTES + IV_BYTES);
  const decipher = createDecipheriv(CIPHER, key, iv).setAAD(context);
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return concat(decipher.update(bytes.subarray(EPOCH_BYTES + IV_BYTES, -TAG_BYTES)), decipher.final());
  } catch {
    return null;
  }
}
