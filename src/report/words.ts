import type { ControlResult } from '../model/results.js';
import type { Verdict } from '../model/verdict.js';

/** The sentences of tables and stories, in one place for a translation. The report's own stand in `prose.ts`. */
export const WORDS = {
  attack: 'attack',
  legend: (word: string, means: string): string => `${word}: ${means}`,
  latexUse: 'Include it with \\input; needs \\usepackage{booktabs}.',
  position: 'position',
  verdict: 'verdict',
  check: 'check that fired',
  evidence: 'evidence',
  noCheck: 'none',
  seed: (seed: number): string => `seed ${seed}`,
  containment: (tier: string): string => `containment: ${tier}`,
  /** Heading of the rows beneath the totals. */
  price: 'honest deliveries refused',
  priceSkewed: 'clock 20 s off',
  priceStored: 'stored 45 s',
  priceOf: (refused: number, of: number): string => (refused === 0 ? '0' : `${refused}/${of}`),
  /** Instead of 12/12, where there is little room. */
  all: 'all',
  /** Heading of what would turn the cells. */
  remedies: 'what would stop it, or reveal it, if one part were added (each was fought)',
  beside: (defense: string): string => `beside ${defense}`,
  noRemedy: 'no single part',
  remedy: (attack: string, parts: readonly string[]): string =>
    `${attack}: ${parts.length === 0 ? 'no single part' : parts.join(', ')}`,
  controlsPassed: (benign: number, positive: number): string =>
    `controls: ${benign} benign, ${positive} positive, all passed`,
  controlsFailed: (failed: number, of: number): string =>
    `controls: ${failed} of ${of} failed, so their trials prove nothing`,
  controlFailed: ({ kind, of, against, because }: ControlResult): string =>
    `${kind} control of ${of}${against === undefined ? '' : ` against ${against}`}: ${because}`,
  inconclusive: (count: number): string => `inconclusive: ${count}`,
  cellBecause: (attack: string, defense: string, because: string): string =>
    `${attack} against ${defense}: ${because}`,
  means: {
    breached: 'the attack worked and nobody was told',
    detected: 'the attack worked, and an honest program raised the alarm in time',
    defeated: 'the attack was played and stopped',
    'not-applicable': 'this chat has no such mechanism',
    inconclusive: 'the run proves nothing',
  } satisfies Record<Verdict, string>,
} as const;
