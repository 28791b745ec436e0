import { en, type Words } from './en.js';
import { fr } from './fr.js';

export type { Words } from './en.js';

export const LANGUAGES = { en, fr } as const satisfies Record<string, Words>;
export type Language = keyof typeof LANGUAGES;

/** What the address says, else the first of the browser's languages that we speak, else English. */
export function languageOf(search: string, preferred: readonly string[]): Language {
  const asked = [new URLSearchParams(search).get('lang') ?? '', ...preferred];
  const spoken = asked.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag): tag is Language => Object.hasOwn(LANGUAGES, tag)) ?? 'en';
}
