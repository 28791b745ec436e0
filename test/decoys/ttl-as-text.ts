/** Compares the age with the bound as texts: "105" comes before "30". */
import { TTL, ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';
import { openedAs } from '../support/openings.js';

export const parts = [
  definePart(
    openedAs(ttl, 'ttl-as-text', 'A TTL that compares digits', (open) => (body, opening) => {
      const age = opening.now - (opening.sealedAt ?? 0);
      const looksYoung = age > TTL && String(age) < String(TTL);
      return open(body, looksYoung ? { ...opening, now: opening.now - age } : opening);
    }),
  ),
];
