import { TITLES_FR } from './words/fr-titles.js';
import type { Words } from './words/index.js';

/** A title of the catalogue in the page's language; what a plugin brought stands as its author wrote it. */
export const titleOf = (id: string, title: string, { lang }: Words): string =>
  lang === 'fr' ? (TITLES_FR[id] ?? title) : title;
