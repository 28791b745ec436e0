/** Time is injected: no trial reads the system clock and none sleeps. Milliseconds since the Unix epoch. */
export interface Clock {
  now(): number;
  /** Runs `job` once, `delay` ms from now; the answer cancels it. */
  later(delay: number, job: () => void): () => void;
  /** Runs `job` every `period` ms until cancelled: what a program does for as long as it lives, and nobody waits for. */
  every(period: number, job: () => void): () => void;
}

/** The same clock as somebody whose watch is `skew` seconds ahead (behind where negative) reads it. */
export function skewed(clock: Clock, skew: number): Clock {
  return { now: () => clock.now() + skew * 1000, later: clock.later, every: clock.every };
}
