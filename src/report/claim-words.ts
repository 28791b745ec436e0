/** The words around settled claims and the coursework's programs, in one place for a translation. */
export const CLAIM_WORDS = {
  told: (what: string, words: string): string => `${what}: ${words}`,
  configuration: 'speaks of',
  experiment: 'observed',
  argument: 'no experiment can decide; observed',
  here: 'on this machine',
  because: 'because',
  source: 'source',
  counter: (configuration: string, ruling: string, observed: string): string =>
    `otherwise (${configuration}) ${ruling}: ${observed}`,
  count: (count: number, ruling: string): string => `${count} ${ruling}`,
  totals: (rulings: string, of: number): string => `${of} ${of === 1 ? 'claim' : 'claims'}: ${rulings}`,
  outcome: { worked: 'worked', skipped: 'skipped', unproven: 'proved nothing' },
  stops: 'What stops it, by the same run:',
  noStopper: 'Nothing else was tried.',
  stopped: { true: 'stopped', false: 'not stopped' },
} as const;
