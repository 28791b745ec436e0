/** Counts by the header, which whoever carries the frame can write: two messages that swap their numbers swap their places unseen. */
import { sequence } from '../../src/defenses/sequence.js';
import { definePart } from '../../src/index.js';

const { envelope: _, ...unsealed } = sequence;

const decoy = definePart({
  ...unsealed,
  id: 'sequence-from-header',
  title: 'Counters that nothing protects',
  insteadOf: 'sequence',
  brings: ['fernet'],
  layer: () => {
    const last = new Map<string, number>();
    return {
      seal: (body) => body,
      open: (body, { header: { room, nick, seq } }) => {
        const name = JSON.stringify([room, nick]);
        if (seq <= (last.get(name) ?? 0)) return { ok: false, code: 'counter-seen' };
        return { ok: true, body, commit: () => void last.set(name, seq) };
      },
    };
  },
});

export const parts = [decoy];
