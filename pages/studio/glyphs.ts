import type { Verdict } from '../../src/model/verdict.js';

/** The signs of the reports: no two alike in shape, and never without their word. */
export const GLYPH: Readonly<Record<Verdict, string>> = {
  breached: '✗',
  detected: '!',
  defeated: '✓',
  'not-applicable': '–',
  inconclusive: '?',
};
