/** Counts half minutes from the beginning of time and takes this one and the one before, as one-time passwords do (RFC 6238): a message of nearly a minute may pass. */
import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';
import { openedAs } from '../support/openings.js';

const STEP = 30;
const TITLE = 'A TTL of this half minute and the one before';

export const parts = [
  definePart(
    openedAs(ttl, 'ttl-half-minutes', TITLE, () => (body, { sealedAt, now }) => {
      if (sealedAt === undefined) return { ok: false, code: 'no-authentic-time' };
      const steps = Math.floor(now / STEP) - Math.floor(sealedAt / STEP);
      return Math.abs(steps) <= 1 ? { ok: true, body } : { ok: false, code: 'expired' };
    }),
  ),
];
