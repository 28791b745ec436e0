/** Repeatable draws for scripts and tactics. Never for a key, an IV or a secret. */
export interface Draw {
  /** A whole number, 0 ≤ n < below. */
  below(below: number): number;
  /** One of the items. */
  of<T>(items: readonly T[]): T;
}

/** A generator from a seed (mulberry32, Tommy Ettinger 2017: 32 bits of state, plenty for stories). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, of: (items) => items[below(items.length)]! };
}
