/** Bounds how far a number may jump and asks nobody to sign it: a member who jumps less far puts Alice out of reach all the same. */
import { sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const FARTHEST = 100;

const decoy = definePart({
  ...sequence,
  id: 'sequence-bounded-jump',
  title: 'Counters that refuse a far jump',
  insteadOf: 'sequence',
  layer: (keys, host) => {
    const sound = sequence.layer!(keys, host);
    const last = new Map<string, number>();
    return {
      ...sound,
      open: (body, opening) => {
        const { room, nick, seq } = opening.header;
        const name = JSON.stringify([room, nick]);
        const opened = sound.open(body, opening);
        if (!opened.ok) return opened;
        if (seq > (last.get(name) ?? seq) + FARTHEST) return { ok: false, code: 'bad-counter' };
        const commit = (): void => {
          opened.commit?.();
          last.set(name, seq);
        };
        return { ...opened, commit };
      },
    };
  },
});

export const parts = [decoy];
