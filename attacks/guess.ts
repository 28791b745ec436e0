/**
 * Guessing the secret from bodies that were held: read it as it stands, undo encodings, open it with a key that was
 * held with it or with keys of one's own (a hard-coded key is everybody's), or XOR with a message whose words are known
 * (a repeated keystream).
 */
import { unzipSync } from 'node:zlib';
import type { SecretLine, Tactic, Tools } from '../src/model/attack.js';
import type { WireFormat } from '../src/model/wire-format.js';
import { cipherIn } from './envelope.js';
import { openedWithKeysIn } from './found-keys.js';
import { asMessage, carries, messageBytes } from './message.js';

/** The ways to read it, told where one works. */
const WAYS = {
  read: 'finds the secret as it stands',
  decode: 'undoes the encodings and finds the secret',
  keystream: 'XORs the message with one whose words she knows',
  'found-keys': 'opens the message with a key that crossed beside it',
  'own-keys': 'opens the message with keys of her own',
} as const;
type Way = keyof typeof WAYS;

/** One fight for all ways to read: they only look at what was held. */
export const EVERY_WAY: readonly Tactic[] = [
  { id: 'every-way', does: 'looks for the secret in every way that she knows' },
];

/** The secret's digits, read from texts held (log lines, frames), or random ones where nothing shows. */
export function guessFrom(texts: readonly string[], tools: Tools, ways?: readonly Way[]): readonly string[] {
  const found = readFrom(texts, tools, ways);
  return found.length > 0 ? found : [anyDigits(tools)];
}

/** What texts held show in place of the secret's digits, in each way: what shows first may have been laid out as bait. */
export function readFrom(
  texts: readonly string[],
  tools: Tools,
  ways = Object.keys(WAYS) as readonly Way[],
): readonly string[] {
  const { secret, did } = tools;
  if (!secret) return [];
  const found = new Set<string>();
  for (const way of ways) {
    const digits = READ[way](texts, secret, tools);
    if (!digits || found.has(digits)) continue;
    did(WAYS[way]);
    found.add(digits);
  }
  return [...found];
}

/** As good a guess as any. */
export const anyDigits = ({ secret, random }: Tools): string =>
  secret ? Buffer.from(random(secret.length / 2)).toString('hex') : '';

type Read = (texts: readonly string[], secret: SecretLine, tools: Tools) => string | null;

const READ: Readonly<Record<Way, Read>> = {
  read: (texts, secret) => firstOf(texts, (text) => digitsIn(text, secret)),
  decode: (texts, secret) =>
    firstOf(texts, (text) => digitsInside(text, secret, DEEPEST) ?? caesar(text, secret)),
  'own-keys': (texts, secret, { own }) =>
    firstOf(texts, (text) => {
      const message = asMessage(text);
      const opened = message && own.open(message.header, message.body);
      return opened && digitsIn(opened, secret);
    }),
  'found-keys': (texts, secret, { wire }) =>
    firstOf(openedWithKeysIn(texts, secret, wire), (text) => digitsIn(text, secret)),
  keystream: twoTimePad,
};

/** The digits behind the words that come before them, or behind their end: the beginning may be sealed alone. */
function digitsIn(text: string, secret: SecretLine): string | null {
  const { before, length } = secret;
  return firstOf([before, endOf(secret)], (words) => {
    const behind = text.split(words).slice(1);
    const digits = behind.map((rest) => rest.slice(0, length));
    return digits.find((some) => areDigits(some, length));
  });
}

const areDigits = (text: string, length: number): boolean =>
  /^[0-9a-f]+$/.test(text) && text.length === length;

const END_CHARACTERS = 4;

/** The last characters before the secret. */
const endOf = ({ before }: SecretLine): string => before.slice(-END_CHARACTERS);

/** Everything in a text that could be an encoding of something. */
const words = (text: string): string[] => text.match(/[A-Za-z0-9+/_=-]{16,}/g) ?? [];

/** How many encodings may lie in one another. */
const DEEPEST = 3;

/** What stands in a text backwards or encoded; not what stands there plainly, which may be bait. */
function digitsInside(text: string, secret: SecretLine, depth: number): string | null {
  const backwards = text.includes(mirrored(endOf(secret))) ? digitsIn(mirrored(text), secret) : null;
  if (backwards || depth === 0) return backwards;
  return firstOf(
    [...words(text).flatMap(decoded), ...(depth === DEEPEST ? respelt(text) : [])],
    (inner) => digitsIn(inner, secret) ?? digitsInside(inner, secret, depth - 1),
  );
}

/** Bytes one by one, in decimals or in pairs of hexadecimal digits, as programs print them. */
const LISTS = [
  { list: /\d{1,3}(?:, ?\d{1,3}){15,}/g, one: /\d+/g, base: 10 },
  { list: /[0-9a-f]{2}(?:[ :][0-9a-f]{2}){15,}/gi, one: /[0-9a-f]{2}/gi, base: 16 },
] as const;

/** The text as other programs would have spelt it: its lists of bytes as text, its escapes and percent signs undone, in two bytes a letter. */
const respelt = (text: string): string[] => [
  ...LISTS.flatMap(({ list, one, base }) =>
    (text.match(list) ?? []).map((bytes) =>
      Buffer.from((bytes.match(one) ?? []).map((byte) => Number.parseInt(byte, base))).toString(),
    ),
  ),
  text.replace(/(?:\\u00|\\x|%)([0-9a-f]{2})/gi, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16))),
  text.replaceAll('\0', ''),
];

const LETTERS = 26;
/** So many characters before the secret are looked for: capitals at their beginning may have stayed. */
const MOVED = 8;
const UPPER_A = 65;
const LOWER_A = 97;

/** The letters of a text moved along the alphabet, as Caesar did; by 13, ROT13. */
const moved = (text: string, by: number): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter < 'a' ? UPPER_A : LOWER_A;
    return String.fromCharCode(((letter.charCodeAt(0) - first + by) % LETTERS) + first);
  });

/** The digits where letters were moved, by however many places: moved alike, the words before them stand there. */
const caesar = (text: string, { before, length }: SecretLine): string | null =>
  firstOf(
    Array.from({ length: LETTERS - 1 }, (_, by) => by + 1),
    (by) => {
      const [, behind] = text.split(moved(before.slice(-MOVED), by));
      const digits = behind && moved(behind.slice(0, length), LETTERS - by);
      return digits && areDigits(digits, length) ? digits : null;
    },
  );

const mirrored = (text: string): string => [...text].reverse().join('');

/** What a word may stand for, in one byte a letter or two; Node reads both alphabets of RFC 4648 as base64. */
const decoded = (word: string): string[] =>
  (['base64', 'hex'] as const).flatMap((encoding) => {
    const bytes = Buffer.from(word, encoding);
    return [bytes, unpacked(bytes)].map((inner) => inner.toString('utf8').replaceAll('\0', ''));
  });

/** What gzip or zlib has packed (RFC 1952, RFC 1950); nothing where it is neither. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f && bytes[0] !== 0x78) return Buffer.alloc(0);
  try {
    return unzipSync(bytes, { maxOutputLength: 1 << 20 });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Two ciphertexts under one keystream: C₁ ⊕ C₂ ⊕ P₁ = P₂ (CWE-323). */
function twoTimePad(texts: readonly string[], secret: SecretLine, { wire, known }: Tools): string | null {
  const messages = texts.flatMap((text) => asMessage(text) ?? []);
  const target = messages.find((message) => carries(message, secret));
  const unknown = target && streamOf(wire, target.body);
  if (!unknown) return null;
  return firstOf(known, (line) => {
    const message = messages.find((candidate) => carries(candidate, line));
    const stream = message && streamOf(wire, message.body);
    const clear = messageBytes(line.text);
    if (!stream) return null;
    return firstOf(COMBINED, ([combine, undo]) => {
      const key = Uint8Array.from(clear, (byte, at) => undo(stream[at] ?? 0, byte));
      const keystream = repeated(key, unknown.length);
      const text = unknown.map((byte, at) => combine(byte, keystream[at] ?? 0));
      return digitsIn(Buffer.from(text).toString('latin1'), secret);
    });
  });
}

/** What takes a key off a byte, and what tells the key from a byte and its clear text: by XOR, or added as in Vigenère's cipher. */
const COMBINED = [
  [(byte: number, key: number) => byte ^ key, (byte: number, clear: number) => byte ^ clear],
  [(byte: number, key: number) => byte - key, (byte: number, clear: number) => byte - clear],
] as const;

/** The longest key that a homemade cipher is expected to repeat, in bytes. */
const LONGEST_PERIOD = 32;

/** The keystream continued to a length, where it repeats a short key; as it is where it does not. */
function repeated(keystream: Uint8Array, length: number): Uint8Array {
  for (let period = 1; period <= LONGEST_PERIOD; period++)
    if (keystream.every((byte, at) => at < period || byte === keystream[at - period]))
      return Uint8Array.from({ length }, (_, at) => keystream[at % period]!);
  return keystream;
}

/** The keystream-encrypted bytes of a body that stand for the message itself. */
function streamOf(wire: WireFormat, body: string): Uint8Array | null {
  const cipher = cipherIn(wire, body);
  if (!cipher) return new Uint8Array(Buffer.from(body, /^[0-9a-f]+$/i.test(body) ? 'hex' : 'base64'));
  return cipher.fields.get('body')?.subarray(cipher.before) ?? null;
}

function firstOf<T, R>(items: Iterable<T>, pick: (item: T) => R | null | undefined): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found) return found;
  }
  return null;
}
