import { CODES } from '../../model/code.js';
import { ATTACKS_FR, DEEDS_FR, PLACES_FR } from './fr-attacks.js';
import { CLAIMS_FR, OBSERVED_FR } from './fr-claims.js';
import { CODES_FR } from './fr-codes.js';
import { LABS_FR, PLAYED_FR } from './fr-labs.js';
import { LESSONS_FR } from './fr-lessons/index.js';
import { MACHINE_FR, REFUSED_FR } from './fr-machine.js';
import { OUTCOMES_FR, UNPROVEN_FR } from './fr-outcomes.js';
import { PARTS_FR } from './fr-parts.js';
import { RULED_FR, RULINGS_FR } from './fr-referee.js';
import { SCENARIOS_FR } from './fr-scenarios.js';
import { type Joint, type Pattern, type Translate, translator } from './said.js';

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
  ...CLAIMS_FR,
  ...LABS_FR,
  ...MACHINE_FR,
  ...MEANINGS,
};

/** What takes single words comes first, then the referee's: they say what somebody did to somebody, and take most. */
export const PATTERNS: readonly Pattern[] = [
  ...OUTCOMES_FR,
  ...UNPROVEN_FR,
  ...OBSERVED_FR,
  ...PLAYED_FR,
  ...REFUSED_FR,
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

const JOINTS: readonly Joint[] = [
  [' · ', ' · '],
  [' + ', ' + '],
  ['; ', '\u202f; '],
  [', ', ', '],
];

/** A translator into French by these sentences and patterns alone. */
export const frenchBy = (
  dictionary: Readonly<Record<string, string>>,
  patterns: readonly Pattern[],
): Translate => translator(dictionary, patterns, JOINTS, contracted);

const translate = frenchBy(DICTIONARY, PATTERNS);

/** The sentence in French; null where it is not known. */
export const inFrench = (english: string): string | null => translate(english);
