import { decodeBase64url, encodeBase64url } from '../model/base64.js';
import { fromUtf8, lengthPrefixed, utf8 } from '../model/bytes.js';
import type { Control, Keys } from '../model/defense.js';
import { isSoundKey, signatureOf, verifies } from './signature.js';

const DOMAIN = 'mallory/v1/epoch';

/** What members and the host tell each other about epochs; keys are X25519, as base64url. */
export type Word =
  /** A member asks for the key of the current epoch, to be wrapped for this key of hers, made for this one time. */
  | { readonly says: 'ask'; readonly key: string }
  /** The host announces that this epoch has begun. */
  | { readonly says: 'epoch'; readonly epoch: number }
  /** The host answers the request for `asked`: the epoch's key, sealed for it alone, and what a late joiner must know. */
  | {
      readonly says: 'wrap';
      readonly epoch: number;
      readonly to: string;
      readonly asked: string;
      readonly key: string;
      readonly sealed: string;
      readonly checkpoints: Readonly<Record<string, string>>;
    }
  /** A member goes. */
  | { readonly says: 'leave' };

/** A word with its number among its speaker's in the room: only higher ones than the last are heard. */
export type Numbered = Word & { readonly count: number };

const signed = (room: string, nick: string, text: string): Uint8Array =>
  lengthPrefixed(DOMAIN, room, nick, text);

/** The body of a control frame: signature and word. */
export function spoken(room: string, nick: string, word: Numbered, { personal }: Keys): string {
  const text = encodeBase64url(utf8(JSON.stringify(word)));
  return `${encodeBase64url(signatureOf(signed(room, nick, text), personal.secret))}.${text}`;
}

/** The word in a control frame; null where it is not signed, as a whole, under the pinned key of the member that it names. */
export function wordIn({ room, nick, body }: Control, { pinned }: Keys): Numbered | null {
  const [signature = '', text = '', ...more] = body.split('.');
  const tag = decodeBase64url(signature);
  const key = pinned.get(nick);
  if (more.length > 0 || tag?.length !== 64 || !key || !isSoundKey(key)) return null;
  if (!verifies(tag, signed(room, nick, text), key)) return null;
  const bytes = decodeBase64url(text);
  return bytes && asWord(parsed(bytes));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? 'null');
  } catch {
    return null;
  }
}

/** Signed by a member: still untrusted data, but hers. */
function asWord(value: unknown): Numbered | null {
  const word = value as Partial<Record<string, unknown>> | null;
  if (!word || !isCount(word.count)) return null;
  const told = (name: string): boolean => typeof word[name] === 'string';
  const sound =
    word.says === 'leave' ||
    (word.says === 'ask' && told('key')) ||
    (word.says === 'epoch' && isCount(word.epoch)) ||
    (word.says === 'wrap' &&
      isCount(word.epoch) &&
      ['to', 'asked', 'key', 'sealed'].every(told) &&
      isTexts(word.checkpoints));
  return sound ? (word as unknown as Numbered) : null;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;

const isTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string');
