/** Playing the host of a room's epochs, or a member: where nobody verifies who announces one, whoever relays hands out its key; where nobody verifies who asks for it, whoever relays is given it. */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { encodeFrame, readFrame, WIRE_VERSION } from '../../src/chat/wire.js';
import type { Capabilities, Tools } from '../../src/model/attack.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { lengthPrefixed, utf8 } from '../../src/model/bytes.js';
import type { WireFormat } from '../../src/model/wire-format.js';
import { wordOf } from '../message.js';

const DOMAIN = 'mallory/v1/epoch/wrap';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
/** Later than any that has begun, and its words count on from more than were spoken. */
const EPOCH = 1000;
const NO_SIGNATURE = encodeBase64url(new Uint8Array(64));
/** What stands before the 32 bytes of an X25519 key in PKCS #8 (RFC 8410 §7). */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Whether the members agree on epochs; in most chats they do not. */
export const hasEpochs = ({ envelopes }: WireFormat): boolean =>
  envelopes.some(({ fields }) => fields.some(({ name }) => name === 'epoch'));

/** The parts that may be the one that agrees on them: whatever seals, by the suite that every message names. */
const partsIn = ({ suite }: WireFormat): string[] => suite.split('+');

/** Says words about epochs in members' names, unsigned. */
function speaker(relay: Capabilities['relay'], { wire, room }: Tools) {
  let count = EPOCH;
  return (to: string, nick: string, word: object): void => {
    const text = encodeBase64url(utf8(JSON.stringify({ ...word, count: ++count })));
    const body = `${NO_SIGNATURE}.${text}`;
    for (const part of partsIn(wire))
      relay.inject(
        to,
        encodeFrame({ v: WIRE_VERSION, type: 'control', header: { id: count, room, nick, part }, body }),
      );
  };
}

/** Somebody in the middle of how members agree on keys. */
export interface KeyAgent {
  begin(): void;
  hear(bytes: string): void;
  /** The keys that she has, in hex. */
  readonly keys: readonly string[];
}

/** A host in everybody's name: announces an epoch to the victim and answers what the victim asks. */
export function ownHost(relay: Capabilities['relay'], tools: Tools, victim: string): KeyAgent {
  const { room, members, random } = tools;
  const hosts = members.filter((nick) => nick !== victim);
  const key = random(KEY_BYTES);
  const say = speaker(relay, tools);
  const answered = new Set<string>();
  return {
    keys: [Buffer.from(key).toString('hex')],
    begin: () => {
      for (const host of hosts) say(victim, host, { says: 'epoch', epoch: EPOCH });
    },
    /** Answers, once, what the victim asks for in a frame. */
    hear: (bytes) => {
      const { nick, word } = wordIn(bytes);
      const asked = nick === victim && word.says === 'ask' && isKey(word.key) ? word.key : null;
      if (asked === null || answered.has(asked)) return;
      answered.add(asked);
      for (const host of hosts) {
        const wrap = wrapped(key, asked, { room, host, member: victim }, random);
        say(victim, host, { says: 'wrap', epoch: EPOCH, to: victim, asked, ...wrap, checkpoints: {} });
      }
    },
  };
}

/** A member in another's name: asks whoever may be the host for the epoch's key, and opens what comes back. */
export function ownMember(relay: Capabilities['relay'], tools: Tools, as: string): KeyAgent {
  const { room, members, random } = tools;
  const pair = freshPair(random);
  const say = speaker(relay, tools);
  const keys: string[] = [];
  return {
    keys,
    begin: () => {
      for (const host of members) if (host !== as) say(host, as, { says: 'ask', key: pair.public });
    },
    hear: (bytes) => {
      const { nick: host, word } = wordIn(bytes);
      if (word.says !== 'wrap' || word.asked !== pair.public || !isKey(word.key)) return;
      const key = unwrapped(word, pair, [room, host, as, String(word.epoch), word.key, pair.public]);
      if (key) keys.push(key.toString('hex'));
    },
  };
}

type Word = Readonly<Record<string, unknown>>;

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && Buffer.from(value, 'base64url').length === KEY_BYTES;

/** What a member says of her own in a frame, and who she is; an empty word where it says nothing. */
function wordIn(bytes: string): { readonly nick: string; readonly word: Word } {
  const frame = readFrame(bytes);
  return { nick: frame?.type === 'control' ? frame.header.nick : '', word: wordOf(bytes) ?? {} };
}

interface Pair {
  readonly secret: KeyObject;
  readonly public: string;
}

/** An X25519 key pair, the public half as base64url. */
function freshPair(random: Tools['random']): Pair {
  const secret = createPrivateKey({
    key: Buffer.concat([PKCS8, random(KEY_BYTES)]),
    format: 'der',
    type: 'pkcs8',
  });
  return { secret, public: createPublicKey(secret).export({ format: 'jwk' }).x! };
}

/** What both ends of a wrap make of their keys: X25519 and HKDF-SHA256; see docs/wire-format.md. */
function wrappingKey(pair: Pair, other: string, context: readonly string[]): Uint8Array {
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: other }, format: 'jwk' });
  const shared = diffieHellman({ privateKey: pair.secret, publicKey });
  const info = lengthPrefixed(DOMAIN, ...context);
  return new Uint8Array(hkdfSync('sha256', shared, new Uint8Array(), info, KEY_BYTES));
}

/** As the host wraps it, with AES-256-GCM. */
function wrapped(
  key: Uint8Array,
  asked: string,
  { room, host, member }: Readonly<Record<'room' | 'host' | 'member', string>>,
  random: Tools['random'],
): { key: string; sealed: string } {
  const pair = freshPair(random);
  const iv = random(IV_BYTES);
  const wrapping = wrappingKey(pair, asked, [room, host, member, String(EPOCH), pair.public, asked]);
  const cipher = createCipheriv(CIPHER, wrapping, iv);
  const sealed = Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { key: pair.public, sealed: encodeBase64url(sealed) };
}

/** The key in a wrap; null where it is not for this pair. */
function unwrapped({ key, sealed }: Word, pair: Pair, context: readonly string[]): Buffer | null {
  const bytes = Buffer.from(String(sealed), 'base64url');
  try {
    const wrapping = wrappingKey(pair, String(key), context);
    const decipher = createDecipheriv(CIPHER, wrapping, bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
