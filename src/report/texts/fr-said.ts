import { CODES } from '../../model/code.js';
import { ATTACKS_FR, DEEDS_FR, PLACES_FR } from './fr-attacks.js';
import { CODES_FR } from './fr-codes.js';
import { LESSONS_FR } from './fr-lessons/index.js';
import { PARTS_FR } from './fr-parts.js';
import { RULED_FR, RULINGS_FR } from './fr-referee.js';
import { SCENARIOS_FR } from './fr-scenarios.js';
import { type Pattern, translator } from './said.js';

const MEANINGS = Object.fromEntries(
  Object.entries(CODES_FR).map(([code, french]) => [CODES[code as keyof typeof CODES].means, french]),
);

/** Everything that is always said alike, by what it is in English. */
export const DICTIONARY: Readonly<Record<string, string>> = {
  ...ATTACKS_FR,
  ...PLACES_FR,
  ...SCENARIOS_FR,
  ...LESSONS_FR,
  ...PARTS_FR,
  ...RULINGS_FR,
  ...MEANINGS,
};

/** The referee's come first: they say what somebody did to somebody, and take most. */
export const PATTERNS: readonly Pattern[] = [
  ['{title}, without {parts}', '{title}, sans {parts}'],
  ...RULED_FR,
  ...DEEDS_FR,
];

/** `de alice` is `d’alice`, and `de le message` is `du message`. */
const contracted = (text: string): string =>
  text
    .replace(/\bde le /g, 'du ')
    .replace(/(?<![\p{L}])à le /gu, 'au ')
    .replace(/\bde (?=[aeiouyéèê])/gi, 'd’')
    .replace(/\bque (?=[aeiouéèê])/gi, 'qu’');

const translate = translator(DICTIONARY, PATTERNS, [' · ', ' + '], contracted);

/** The sentence in French; null where it is not known. */
export const inFrench = (english: string): string | null => translate(english);
