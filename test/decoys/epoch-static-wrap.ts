/** Asks for every epoch's key with one key pair that stays on the device: whoever has stolen it once opens all later wraps. */
import { epoch, epochLayer } from '../../src/defenses/epoch.js';
import { freshPair } from '../../src/defenses/epoch-wrap.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...epoch,
  id: 'epoch-static-wrap',
  title: 'Epochs wrapped for keys that never change',
  insteadOf: 'epoch',
  layer: (...of) =>
    epochLayer(
      {
        pairOf: ({ store }) => {
          const kept = store.get('pair') ?? JSON.stringify(freshPair());
          store.set('pair', kept);
          return JSON.parse(kept);
        },
      },
      ...of,
    ),
});

export const parts = [decoy];
