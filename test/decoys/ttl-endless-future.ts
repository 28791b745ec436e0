/** Asks how old a message is, and never whether it can have been written yet: a clock that is ahead outlives every TTL. */
import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';
import { openedAs } from '../support/openings.js';

export const parts = [
  definePart(
    openedAs(
      ttl,
      'ttl-endless-future',
      'A TTL without a bound on the future',
      (open) => (body, opening) =>
        open(body, { ...opening, now: Math.max(opening.now, opening.sealedAt ?? 0) }),
    ),
  ),
];
