import type { Control, Keys } from '../model/defense.js';
import { signedWord, valueIn } from './signed-word.js';

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

/** The body of a control frame: signature and word. */
export const spoken = (room: string, nick: string, word: Numbered, keys: Keys): string =>
  signedWord(DOMAIN, room, nick, word, keys);

/** The word in a control frame; null where it is none, or not signed by the member that it names. */
export const wordIn = (control: Control, keys: Keys): Numbered | null =>
  asWord(valueIn(DOMAIN, control, keys));

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
