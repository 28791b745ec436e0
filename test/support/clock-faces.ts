import { ttl } from '../../src/defenses/ttl.js';
import type { Part } from '../../src/model/defense.js';
import { openedAs } from './openings.js';

/** A TTL that reads time off a face whose hand comes round after so many seconds: then a message is as young as it was. */
export const byTheFace = (id: string, title: string, round: number): Part =>
  openedAs(ttl, id, title, (open) => (body, opening) => {
    const age = opening.now - (opening.sealedAt ?? 0);
    return open(body, { ...opening, now: age > 0 ? opening.now - age + (age % round) : opening.now });
  });
