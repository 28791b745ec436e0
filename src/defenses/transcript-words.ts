import type { Control, Keys } from '../model/defense.js';
import { parsed, signedWord, valueIn } from './signed-word.js';
import type { Seen } from './view.js';

const DOMAIN = 'mallory/v1/transcript';
/** The most entries that a claim may have. */
const LONGEST = 64;
const SAYS = ['hello', 'here', 'bye', 'beat'] as const;

/** A signed word of a member about a room: her arrival, an answer to somebody's, her leaving, or a heartbeat. */
export interface Word {
  readonly says: (typeof SAYS)[number];
  /** Counts a member's words in a room, so that an old one cannot pass for a sign of life. */
  readonly count: number;
  /** How many messages she has sent to the room. */
  readonly sent: number;
  readonly claim: readonly Seen[];
}

/** The body of a control frame: signature and word. */
export const spoken = (room: string, nick: string, word: Word, keys: Keys): string =>
  signedWord(DOMAIN, room, nick, { ...word, claim: word.claim.map(entryOf) }, keys);

/** The word in a control frame; null where it is none, or not signed by the member that it names. */
export function wordIn(control: Control, keys: Keys): Word | null {
  const word = valueIn(DOMAIN, control, keys) as Partial<Word> | null;
  const says = SAYS.find((name) => name === word?.says);
  const claim = asClaim(word?.claim);
  if (!says || !claim || !isCount(word?.count) || !isCount(word?.sent)) return null;
  return { says, claim, count: word.count, sent: word.sent };
}

/** Which place a message has, how much somebody has said: a whole number from 0 to 2^53 − 1. */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** An entry as it travels, without the names of its members: every message carries sixteen of them. */
type Entry = readonly [author: string, slot: number, digest: string];

const entryOf = ({ author, slot, digest }: Seen): Entry => [author, slot, digest];

/** What an author says to have seen, as JSON. */
export const claimed = (claim: readonly Seen[]): string => JSON.stringify(claim.map(entryOf));

/** What an author says to have seen, of JSON in UTF-8; null where the bytes are no such thing. */
export const claimIn = (bytes: Uint8Array | null): readonly Seen[] | null => asClaim(parsed(bytes));

const asClaim = (value: unknown): readonly Seen[] | null =>
  Array.isArray(value) && value.length <= LONGEST && value.every(isEntry)
    ? value.map(([author, slot, digest]) => ({ author, slot, digest }))
    : null;

const isEntry = (value: unknown): value is Entry => {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [author, slot, digest] = value;
  return typeof author === 'string' && isCount(slot) && typeof digest === 'string';
};
