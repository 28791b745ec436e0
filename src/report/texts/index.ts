import type { Widened } from '../widened.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** A missing key fails type checking in `fr.ts`, and so does one too many. */
export type Texts = Widened<typeof en>;

export const TEXTS = { en, fr } as const satisfies Record<string, Texts>;
export type Lang = keyof typeof TEXTS;
