/** Calls itself durable and keeps its counters in memory. */
import { sequence, sequenceDurable } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...sequenceDurable,
  id: 'sequence-forgetful',
  title: 'Durable counters that a restart forgets',
  layer: sequence.layer!,
});

export const parts = [decoy];
