import type { Verdict } from '../../model/verdict.js';

/** The word for a verdict: the only ones that any report, slide or page uses. */
export const VERDICT_FR: Readonly<Record<Verdict, string>> = {
  breached: 'attaque réussie',
  detected: 'attaque détectée',
  defeated: 'attaque repoussée',
  'not-applicable': 'sans objet',
  inconclusive: 'non concluant',
};

/** The word in a cell. */
export const SHORT_VERDICT_FR: Readonly<Record<Verdict, string>> = {
  breached: 'réussie',
  detected: 'détectée',
  defeated: 'repoussée',
  'not-applicable': 's. o.',
  inconclusive: 'non concluant',
};
