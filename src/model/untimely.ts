/** Seconds that a sender's clock may run ahead of the receiver's; the number is that of the Fernet reference implementations. */
export const MAX_CLOCK_SKEW = 60;

/**
 * Whether an authenticated time, in seconds since 1970, is too old for a TTL or too far ahead of the receiver's clock
 * `now`; null where it is neither. Fernet specification, "Verifying", step 3.
 */
export function untimely(time: number, ttl: number, now: number): 'expired' | 'from-the-future' | null {
  // A clock that reads fractions is in the second that it has begun, as the writer's was.
  const second = Math.floor(now);
  if (second - time > ttl) return 'expired';
  // Above 2^53 the sum below would round; no clock reads such a year.
  return time > second + MAX_CLOCK_SKEW || time > Number.MAX_SAFE_INTEGER ? 'from-the-future' : null;
}
