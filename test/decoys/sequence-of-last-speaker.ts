/** Hands a late joiner the counter of whoever spoke last: of the others she takes what comes first, however old. */
import { counting, sequenceDurable } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

export const parts = [
  definePart({
    ...sequenceDurable,
    id: 'sequence-of-last-speaker',
    title: 'Durable counters, of which a checkpoint tells one',
    brings: ['bound', 'epoch'],
    layer: (_, host) => {
      const sound = counting(host, host.store);
      let last = '';
      return {
        ...sound,
        open: (sealed, opening) => {
          const opened = sound.open(sealed, opening);
          if (!opened.ok) return opened;
          const commit = (): void => {
            opened.commit?.();
            last = opening.header.nick;
          };
          return { ...opened, commit };
        },
        checkpoint: (room) => {
          const counters: [string, number][] = JSON.parse(sound.checkpoint!(room) ?? '[]');
          return JSON.stringify(counters.filter(([nick]) => nick === last));
        },
      };
    },
  }),
];
