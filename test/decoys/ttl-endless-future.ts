/** Asks how old a message is, and never whether it can have been written yet: a clock that is ahead outlives every TTL. */
import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...ttl,
  id: 'ttl-endless-future',
  title: 'A TTL without a bound on the future',
  insteadOf: 'ttl',
  layer: (keys, host) => {
    const sound = ttl.layer!(keys, host);
    return {
      ...sound,
      open: (body, opening) =>
        sound.open(body, { ...opening, now: Math.max(opening.now, opening.sealedAt ?? 0) }),
    };
  },
});

export const parts = [decoy];
