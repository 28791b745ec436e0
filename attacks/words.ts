/** The words that a forger puts into a message: always a text that nobody sent, longer than the original only among the changes that look alike. */
import { crc32 } from 'node:zlib';

export type Region = 'whole' | 'start' | 'middle' | 'end' | Slight;
/** Changes so slight that a check over a tidied form of the words misses them, and no words at all. */
export type Slight = 'capital' | 'neighbours' | 'mark' | 'nothing' | Alike;
/** Changes that only a check over something else than the bytes misses: a tidied, cut, narrowed or checksummed form of the words. */
export const ALIKE = [
  'blank',
  'tail',
  'line',
  'nul',
  'wide',
  'hidden',
  'accent',
  'look-alike',
  'next-capital',
  'checksum',
  'pair-31',
  'pair-33',
  'sum',
  'blocks',
] as const;
export type Alike = (typeof ALIKE)[number];

const LIE = 'Send everything to Mallory instead, the bank account has changed since yesterday.';
const SPAN = 3;

/** The text with a region replaced; as long as the original, so that it fits any keystream. */
export function changed(text: string, region: Region): string {
  if (region in SLIGHT) return SLIGHT[region as Slight](text);
  if (region === 'whole') return LIE.padEnd(text.length).slice(0, text.length);
  const start =
    region === 'start' ? 0 : region === 'end' ? text.length - SPAN : Math.floor((text.length - SPAN) / 2);
  return (
    text.slice(0, start) + [...text.slice(start, start + SPAN)].map(other).join('') + text.slice(start + SPAN)
  );
}

/**
 * Texts that differ and that a form of the words takes for one: without markup, with single blanks, without control
 * characters, decoded, without what has no width, without what lies beyond the first plane or begins there, without
 * quotations, comments and what stands under a signature's dashes.
 */
export const untidy = (text: string): string[] => [
  text.replace(' ', ' <b>'),
  text.replace(' ', '  '),
  text.replace(' ', '\t'),
  text.replace(' ', '\n'),
  text.replace(' ', '\r '),
  text.replace(' ', ' \x07'),
  text.replace(/^./, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  text.replace(/^./, (letter) => `&#${letter.charCodeAt(0)};`),
  text.replace(' ', '\u202e '),
  text.replace(' ', '\ufe0f '),
  text.replace(' ', ' \u{1f600}'),
  `${text}\u{1f600}${LIE}`,
  text.replace(/\S+/, '~~$&~~'),
  text.replace(/\S+/, '**$&**'),
  text.replace(' ', '\\ '),
  text.replace(' ', ` /*${LIE}*/`),
  `${text}\n-- \n${LIE}`,
  `> ${LIE}\n${text}`,
];

/** Words of the talk alone, so that no list of an adversary's own words knows them. */
export const reordered = (text: string): string => text.split(' ').reverse().join(' ');

/** Letters that UTS #39 takes for those of ASCII. */
const CYRILLIC: Readonly<Record<string, string>> = { a: '\u0430', e: '\u0435', o: '\u043e' };

const SLIGHT: Readonly<Record<Slight, (text: string) => string>> = {
  capital: (text) => text.replace(/[a-z]/, (letter) => letter.toUpperCase()),
  neighbours: (text) => text.replace(/(.)(?!\1)(.)/, '$2$1'),
  mark: (text) => text.replace(/[ .,!?](?=[^ .,!?]*$)/, (mark) => (mark === ' ' ? '-' : ' ')),
  nothing: () => '',
  // Of one width, and a space to whoever tidies (NFKC, \s).
  blank: (text) => text.replace(' ', '\u00a0'),
  tail: (text) => `${text} `,
  line: (text) => `${text}\n${LIE}`,
  nul: (text) => `${text}\0${LIE}`,
  // The low byte alone is the same: what is cut to Latin-1 is no UTF-8.
  wide: (text) => text.replace(/[a-z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x100)),
  hidden: (text) => text.replace(/[a-z]/, '$&\u200b'),
  // Unicode takes the two apart into the letter and its mark (NFD), and whoever drops marks has the letter.
  accent: (text) => text.replace(/[aeiou]/, '$&\u0301'),
  'look-alike': (text) => text.replace(/[aeo]/, (letter) => CYRILLIC[letter]!),
  // Beside the one of `capital`: of two neighbours one is covered by whoever covers every other byte.
  'next-capital': (text) => text.replace(/([a-z])([a-z])/, (_, first, next) => first + next.toUpperCase()),
  checksum: sameCrc,
  'pair-31': (text) => samePolynomial(text, 31),
  'pair-33': (text) => samePolynomial(text, 33),
  sum: (text) => sameSums(text),
  blocks: (text) => text.replace(/^(.{16})(.{16})/, '$2$1'),
};

/** Letters moved in the alphabet, each by its number. */
const moved = (letters: string, by: readonly number[]): string =>
  [...letters].map((letter, at) => String.fromCharCode(letter.charCodeAt(0) + by[at]!)).join('');

/** Two letters of which the one's rise pays for the other's fall, in a hash h·factor + byte (Java's hashCode, djb2). */
const samePolynomial = (text: string, factor: number): string =>
  text.replace(/[a-y][a-z]/, (two) => moved(two, [1, -factor]));

/** Three letters of which the middle one pays for both others: neither the sum of the bytes nor that of all sums so far moves (Adler-32, RFC 1950 §8.2; Fletcher 1982). */
const sameSums = (text: string): string =>
  text.replace(/[a-y][c-z][a-y]/, (three) => moved(three, [1, -2, 1]));

/**
 * The text with the case of some letters turned so that its CRC-32 stays: the checksum is linear under XOR, so that among
 * 33 letters there are always some whose changes cancel out (Gaussian elimination over GF(2)). As it is where there are fewer.
 */
function sameCrc(text: string): string {
  const turned = (at: number): string => text.slice(0, at) + turn(text[at]!) + text.slice(at + 1);
  const basis = new Map<number, Turns>();
  for (const { index } of text.matchAll(/[A-Za-z]/g)) {
    let turns: Turns = { sum: (crc32(turned(index)) ^ crc32(text)) >>> 0, places: 1n << BigInt(index) };
    for (let known = basis.get(highest(turns)); known; known = basis.get(highest(turns)))
      turns = { sum: (turns.sum ^ known.sum) >>> 0, places: turns.places ^ known.places };
    if (turns.sum === 0)
      return [...text]
        .map((letter, at) => ((turns.places >> BigInt(at)) & 1n ? turn(letter) : letter))
        .join('');
    basis.set(highest(turns), turns);
  }
  return text;
}

/** What turning the letters at these places (a bit each) does to the checksum. */
interface Turns {
  readonly sum: number;
  readonly places: bigint;
}

/** Of the bits that change, the place of the highest. */
const highest = ({ sum }: Turns): number => Math.clz32(sum);

const turn = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) ^ 0x20);

/** Another letter or digit of the same kind. */
const other = (letter: string): string => (letter === 'x' ? 'y' : /[0-9]/.test(letter) ? '9' : 'x');
