/**
 * The language that this program speaks to people. It is chosen once, at the start, from what was typed and from the
 * locale; reports are handed their texts, and never ask here.
 */
import { inAscii, LANGS, type Lang, TEXTS, type Texts } from '../report/texts/index.js';
import { type Environment, speaksUtf8 } from './locale.js';
import { WORDS, type Words } from './words/index.js';

let chosen: Lang = 'en';

/** From now on. */
export function speak(lang: Lang): void {
  chosen = lang;
}

/** The texts of reports and stories, as a file or a browser shows them. */
export const texts = (): Texts => TEXTS[chosen];

/** What the command line itself says, fit for this terminal. */
export const words = (environment: Environment = process.env): Words =>
  speaksUtf8(environment) ? WORDS[chosen] : inAscii(WORDS[chosen]);

/** The language that the locale names; where it names none of ours, English. POSIX: the first that is not empty decides. */
export function langOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): Lang {
  const locale = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase();
  return LANGS.find((lang) => new RegExp(`^${lang}(?![a-z])`).test(locale)) ?? 'en';
}

/** What stands behind the last `--lang`, where there is one: help and errors need it before anything else is read. */
export function typedLang(argv: readonly string[]): string | undefined {
  const typed = argv.flatMap((word, at) => {
    if (word === '--lang') return [argv[at + 1] ?? ''];
    return word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [];
  });
  return typed.at(-1);
}
