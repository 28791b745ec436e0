/** Counts by the header, which whoever carries the frame can write: two messages that swap their numbers swap their places unseen. */
import { sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...sequence,
  id: 'sequence-from-header',
  title: 'Counters that nothing protects',
  insteadOf: 'sequence',
  brings: ['fernet'],
});

export const parts = [decoy];
