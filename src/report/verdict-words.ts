import type { Verdict } from '../model/verdict.js';

/** The word for a verdict: the only ones that any report uses. */
export const WORD_OF: Readonly<Record<Verdict, string>> = {
  breached: 'breached',
  detected: 'detected',
  defeated: 'defeated',
  'not-applicable': 'not applicable',
  inconclusive: 'inconclusive',
};

/** The word in a cell. */
export const SHORT_WORD_OF: Readonly<Record<Verdict, string>> = { ...WORD_OF, 'not-applicable': 'n/a' };
