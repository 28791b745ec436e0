import { ascii } from '../sanitize.js';
import type { Widened } from '../widened.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** A missing key fails type checking in `fr.ts`, and so does one too many. */
export type Texts = Widened<typeof en>;

export const TEXTS = { en, fr } as const satisfies Record<string, Texts>;
export type Lang = keyof typeof TEXTS;
export const LANGS = Object.keys(TEXTS) as readonly Lang[];

/** The same texts for a terminal that shows nothing but ASCII: accents fall off, a space is a space. */
export const inAscii = <T>(texts: T): T => plain(texts) as T;

function plain(value: unknown): unknown {
  if (typeof value === 'string') return ascii(value);
  if (typeof value === 'function') return (...given: unknown[]) => plain(value(...given));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}
