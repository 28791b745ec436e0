/** Reads the age from the frame's header, which anybody on the way can write. */
import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';
import { openedAs } from '../support/openings.js';

export const parts = [
  definePart(
    openedAs(
      ttl,
      'ttl-from-header',
      'A TTL counted from the time in the header',
      (open) => (body, opening) => open(body, { ...opening, sealedAt: opening.header.sent }),
    ),
  ),
];
