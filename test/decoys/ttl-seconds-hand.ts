/** Looks at the second hand only: after a whole minute a message is as young as it was. */
import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';
import { openedAs } from '../support/openings.js';

const MINUTE = 60;

export const parts = [
  definePart(
    openedAs(ttl, 'ttl-seconds-hand', 'A TTL by the second hand', (open) => (body, opening) => {
      const age = opening.now - (opening.sealedAt ?? 0);
      return open(body, { ...opening, now: age > 0 ? opening.now - age + (age % MINUTE) : opening.now });
    }),
  ),
];
