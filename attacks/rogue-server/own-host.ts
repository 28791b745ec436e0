/** Playing the host of a room's epochs: where nobody verifies who announces one, whoever relays hands out its key. */
import { createCipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { encodeFrame, readFrame, WIRE_VERSION } from '../../src/chat/wire.js';
import type { Capabilities, Tools } from '../../src/model/attack.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { lengthPrefixed, utf8 } from '../../src/model/bytes.js';
import type { WireFormat } from '../../src/model/wire-format.js';

const DOMAIN = 'mallory/v1/epoch/wrap';
const KEY_BYTES = 32;
const IV_BYTES = 12;
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

/** A host in everybody's name: announces an epoch to the victim and answers what the victim asks. `key` is the epoch's, in hex. */
export function ownHost(
  relay: Capabilities['relay'],
  { wire, room, members, random }: Tools,
  victim: string,
) {
  const hosts = members.filter((nick) => nick !== victim);
  const key = random(KEY_BYTES);
  let count = EPOCH;
  const say = (nick: string, word: object): void => {
    const text = encodeBase64url(utf8(JSON.stringify({ ...word, count: ++count })));
    const body = `${NO_SIGNATURE}.${text}`;
    for (const part of partsIn(wire))
      relay.inject(
        victim,
        encodeFrame({ v: WIRE_VERSION, type: 'control', header: { id: count, room, nick, part }, body }),
      );
  };
  const answered = new Set<string>();
  return {
    key: Buffer.from(key).toString('hex'),
    announce: () => {
      for (const host of hosts) say(host, { says: 'epoch', epoch: EPOCH });
    },
    /** Answers, once, what the victim asks for in a frame. */
    hear: (bytes: string) => {
      const asked = askedIn(bytes, victim);
      if (asked === null || answered.has(asked)) return;
      answered.add(asked);
      for (const host of hosts) {
        const wrap = wrapped(key, asked, { room, host, member: victim }, random);
        say(host, { says: 'wrap', epoch: EPOCH, to: victim, asked, ...wrap, checkpoints: {} });
      }
    },
  };
}

/** The public key for which a member wants the epoch's wrapped; null where the frame asks for none. */
function askedIn(bytes: string, nick: string): string | null {
  const frame = readFrame(bytes);
  if (frame?.type !== 'control' || frame.header.nick !== nick) return null;
  try {
    const word = JSON.parse(Buffer.from(frame.body.split('.')[1] ?? '', 'base64url').toString());
    return word.says === 'ask' && Buffer.from(word.key, 'base64url').length === KEY_BYTES ? word.key : null;
  } catch {
    return null; // another part's word
  }
}

/** As the host wraps it: X25519, HKDF-SHA256 and AES-256-GCM; see docs/wire-format.md. */
function wrapped(
  key: Uint8Array,
  asked: string,
  { room, host, member }: Readonly<Record<'room' | 'host' | 'member', string>>,
  random: Tools['random'],
): { key: string; sealed: string } {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, random(KEY_BYTES)]),
    format: 'der',
    type: 'pkcs8',
  });
  const mine = createPublicKey(privateKey).export({ format: 'jwk' }).x!;
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: asked }, format: 'jwk' });
  const shared = diffieHellman({ privateKey, publicKey });
  const info = lengthPrefixed(DOMAIN, room, host, member, String(EPOCH), mine, asked);
  const iv = random(IV_BYTES);
  const wrapping = new Uint8Array(hkdfSync('sha256', shared, new Uint8Array(), info, KEY_BYTES));
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv);
  const sealed = Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { key: mine, sealed: encodeBase64url(sealed) };
}
