/** Reads the age from the frame's header, which anybody on the way can write. */

import { ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...ttl,
  id: 'ttl-from-header',
  title: 'A TTL counted from the time in the header',
  insteadOf: 'ttl',
  layer: (keys, host) => {
    const sound = ttl.layer!(keys, host);
    return {
      ...sound,
      open: (body, opening) => sound.open(body, { ...opening, sealedAt: opening.header.sent }),
    };
  },
});

export const parts = [decoy];
