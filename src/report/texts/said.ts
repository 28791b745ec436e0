/**
 * Sentences that attacks, parts and the referee say in English, in another language. What is always said alike stands
 * in a dictionary; what is put together when it happens (`{who} refused it: {means}`) in patterns.
 */

/**
 * An English sentence with places, and the same with the same places in the other language. A place whose name has a
 * capital takes one word, an id or a figure, and stays as it is.
 */
export type Pattern = readonly [english: string, other: string];

/** Translates a sentence, and what stands in its places where that is a sentence too; null where it is not known. */
export type Translate = (english: string) => string | null;

/** What stands between sentences in a row, in English and in the other language. */
export type Joint = readonly [english: string, other: string];

/**
 * `joints` stand between sentences that were put in a row, each of which is known; `polish` makes good what places do to
 * a language, an elision say.
 */
export function translator(
  dictionary: Readonly<Record<string, string>>,
  patterns: readonly Pattern[],
  joints: readonly Joint[],
  polish: (text: string) => string,
): Translate {
  const compiled = patterns.map(([english, other]) => ({ pattern: expressionOf(english), other }));
  const translate = (english: string): string | null => {
    if (Object.hasOwn(dictionary, english)) return dictionary[english]!;
    for (const { pattern, other } of compiled) {
      const found = pattern.exec(english);
      if (found)
        return polish(
          other.replace(/\{(\w+)\}/g, (_, name: string) => {
            const taken = found.groups?.[name] ?? '';
            return isWord(name) ? taken : inPlace(taken, translate);
          }),
        );
    }
    return inARow(english, joints, translate);
  };
  return translate;
}

/** Sentences in a row, where each of them is known. */
function inARow(english: string, joints: readonly Joint[], translate: Translate): string | null {
  for (const [joint, other] of joints) {
    const pieces = english.split(joint);
    if (pieces.length === 1) continue;
    const translated = pieces.map(translate);
    if (translated.every((piece) => piece !== null)) return translated.join(other);
  }
  return null;
}

/** What people wrote to each other stands between quotes or alone, and stays as they wrote it. */
const inPlace = (text: string, translate: Translate): string => translate(text) ?? text;

/** Whether a place of this name takes one word. */
const isWord = (name: string): boolean => /^[A-Z]/.test(name);
const WORD = '[^\\s,:;()]+';

/** Each place takes as little as it can, and at least one character. */
function expressionOf(english: string): RegExp {
  const source = english
    .split(/\{(\w+)\}/)
    .map((piece, at) =>
      at % 2 === 1
        ? `(?<${piece}>${isWord(piece) ? WORD : '.+?'})`
        : piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    );
  return new RegExp(`^${source.join('')}$`, 's');
}
