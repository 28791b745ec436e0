/** Keeps its counters for ever and hands none of them on: whoever comes late begins with whatever comes first, however old. */
import { counting, sequenceDurable } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...sequenceDurable,
  id: 'sequence-without-checkpoint',
  title: 'Durable counters under epochs, without a checkpoint',
  brings: ['bound', 'epoch'],
  layer: (_, host) => {
    const { checkpoint: _told, resume: _taken, ...alone } = counting(host, host.store);
    return alone;
  },
});

export const parts = [decoy];
