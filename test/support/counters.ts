import { sequence } from '../../src/defenses/sequence.js';
import type { Part } from '../../src/model/defense.js';

/** A decoy of `sequence` inside Fernet: what is sealed is only what `kept` leaves of a number, what is counted is the header's. */
export const countersOf = (id: string, title: string, kept: (seq: number) => number): Part => ({
  ...sequence,
  id,
  title,
  insteadOf: 'sequence',
  brings: ['fernet'],
  layer: () => {
    const last = new Map<string, number>();
    const prefix = (seq: number): Buffer => Buffer.from(`${kept(seq).toString(16).padStart(16, '0')}.`);
    return {
      seal: (body, { header }) => Buffer.concat([prefix(header.seq), body]),
      open: (sealed, { header: { room, nick, seq } }) => {
        const expected = prefix(seq);
        if (!expected.equals(sealed.subarray(0, expected.length)))
          return { ok: false, code: 'counter-mismatch' };
        const name = JSON.stringify([room, nick]);
        if (seq <= (last.get(name) ?? 0)) return { ok: false, code: 'counter-seen' };
        return {
          ok: true,
          body: sealed.subarray(expected.length),
          commit: () => void last.set(name, seq),
        };
      },
    };
  },
});
