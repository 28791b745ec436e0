/** Attacks by what they try, as several claims ask for them. */

/** A server without the key that changes or invents words. */
export const ON_WORDS = ['rogue-server/rewrite', 'rogue-server/bit-flip', 'rogue-server/forge'] as const;

/** A server that puts words that were written under another name. */
export const ON_NAMES = ['rogue-server/re-attribute', 'rogue-server/reflect'] as const;

/** A server that leaves every message as it is, and repeats, drops, swaps or holds it. */
export const ON_DELIVERY = [
  'rogue-server/duplicate',
  'rogue-server/drop',
  'rogue-server/reorder',
  'rogue-server/delay',
] as const;

/** A server that reads. */
export const READING = 'rogue-server/store';
