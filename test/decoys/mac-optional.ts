/** Takes a body without a tag for that of an old program: so does whoever takes the tag off. */
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...mac,
  id: 'mac-optional',
  title: 'A MAC where there is one',
  insteadOf: 'mac',
  layer: (keys, host) => {
    const sound = mac.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) => {
        const opened = sound.open(sealed, opening);
        return !opened.ok && opened.code === 'untagged' ? { ok: true, body: sealed } : opened;
      },
    };
  },
});

export const parts = [decoy];
