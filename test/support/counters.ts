import { sequence } from '../../src/defenses/sequence.js';
import type { MessageHeader, Part } from '../../src/model/defense.js';

/**
 * A decoy of `sequence` inside Fernet: what is sealed beside room and nick is only what `kept` leaves of a number, what
 * is counted is the header's, of which `isNewer` says whether it comes after another.
 */
export const countersOf = (
  id: string,
  title: string,
  kept: (seq: number) => number,
  isNewer = (seq: number, than: number): boolean => seq > than,
): Part => ({
  ...sequence,
  id,
  title,
  insteadOf: 'sequence',
  brings: ['fernet'],
  layer: () => {
    const last = new Map<string, number>();
    const prefix = ({ room, nick, seq }: MessageHeader): Buffer =>
      Buffer.from(`${kept(seq).toString(16).padStart(16, '0')}.${JSON.stringify([room, nick])}`);
    return {
      seal: (body, { header }) => Buffer.concat([prefix(header), body]),
      open: (sealed, { header }) => {
        const { room, nick, seq } = header;
        const expected = prefix(header);
        if (!expected.equals(sealed.subarray(0, expected.length)))
          return { ok: false, code: 'counter-mismatch' };
        const name = JSON.stringify([room, nick]);
        if (!isNewer(seq, last.get(name) ?? 0)) return { ok: false, code: 'counter-seen' };
        return {
          ok: true,
          body: sealed.subarray(expected.length),
          commit: () => void last.set(name, seq),
        };
      },
    };
  },
});
