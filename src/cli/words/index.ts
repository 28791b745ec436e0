import type { Lang } from '../../report/texts/index.js';
import type { Widened } from '../../report/widened.js';
import { en } from './en.js';
import { fr } from './fr.js';

/** A missing key fails type checking in `fr.ts`, and so does one too many. */
export type Words = Widened<typeof en>;

export const WORDS: Readonly<Record<Lang, Words>> = { en, fr };
