/** Counts its IVs instead of drawing them, from zero on every device, under the key that all devices share. */
import { epoch, epochLayer } from '../../src/defenses/epoch.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...epoch,
  id: 'epoch-counter-iv',
  title: 'AES-256-GCM whose every device counts its IVs from zero',
  insteadOf: 'epoch',
  layer: (...of) => {
    let count = 0;
    const ivOf = (): Uint8Array => {
      const iv = Buffer.alloc(12);
      iv.writeUInt32BE(count++, 8);
      return iv;
    };
    return epochLayer({ ivOf }, ...of);
  },
});

export const parts = [decoy];
