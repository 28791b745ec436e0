/** Fills up all that is to be sealed, signature and all: around 200 bytes it reaches into the next bucket, around 3 it does not. */
import { pad } from '../../src/defenses/pad.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...pad,
  id: 'pad-of-all',
  title: 'Fernet over everything padded to buckets',
  insteadOf: 'pad',
  brings: ['fernet', 'signature'],
  layer: (...of) => {
    const sound = pad.layer!(...of);
    return { ...sound, seal: (body, sealing) => sound.seal(body, { ...sealing, length: body.length }) };
  },
});

export const parts = [decoy];
