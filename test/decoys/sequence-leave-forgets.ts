/** Cleans up behind whoever leaves: her counters in the device's storage go with her. */
import { counting, sequenceDurable } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...sequenceDurable,
  id: 'sequence-leave-forgets',
  title: 'Durable counters, deleted when a member leaves',
  layer: (_, host) => ({ ...counting(host, host.store), leaving: () => host.store.clear() }),
});

export const parts = [decoy];
