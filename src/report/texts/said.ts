/**
 * Sentences that attacks, parts and the referee say in English, in another language. What is always said alike stands
 * in a dictionary; what is put together when it happens (`{who} refused it: {means}`) in patterns.
 */

/** An English sentence with places, and the same with the same places in the other language. */
export type Pattern = readonly [english: string, other: string];

/** Translates a sentence, and what stands in its places where that is a sentence too; null where it is not known. */
export type Translate = (english: string) => string | null;

/**
 * `joints` stand between sentences that were put in a row, each of which is known; `polish` makes good what places do to
 * a language, an elision say.
 */
export function translator(
  dictionary: Readonly<Record<string, string>>,
  patterns: readonly Pattern[],
  joints: readonly string[],
  polish: (text: string) => string,
): Translate {
  const compiled = patterns.map(([english, other]) => ({ pattern: expressionOf(english), other }));
  const translate = (english: string): string | null => {
    if (Object.hasOwn(dictionary, english)) return dictionary[english]!;
    for (const { pattern, other } of compiled) {
      const found = pattern.exec(english);
      if (found)
        return polish(
          other.replace(/\{(\w+)\}/g, (_, name: string) => inPlace(found.groups?.[name] ?? '', translate)),
        );
    }
    return inARow(english, joints, translate);
  };
  return translate;
}

/** Sentences in a row, where each of them is known. */
function inARow(english: string, joints: readonly string[], translate: Translate): string | null {
  for (const joint of joints) {
    const pieces = english.split(joint);
    if (pieces.length === 1) continue;
    const translated = pieces.map(translate);
    if (translated.every((piece) => piece !== null)) return translated.join(joint);
  }
  return null;
}

/** What people wrote to each other stands between quotes or alone, and stays as they wrote it. */
const inPlace = (text: string, translate: Translate): string => translate(text) ?? text;

/** Each place takes as little as it can, and at least one character. */
function expressionOf(english: string): RegExp {
  const source = english
    .split(/\{(\w+)\}/)
    .map((piece, at) => (at % 2 === 1 ? `(?<${piece}>.+?)` : piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')));
  return new RegExp(`^${source.join('')}$`, 's');
}
