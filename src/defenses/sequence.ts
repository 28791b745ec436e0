import type { Part } from '../model/defense.js';

/** The most missing messages that one gap names; beyond, the first of them stand for all. */
const NAMED = 16;

/**
 * A counter for each author and room, in memory: the first seen is the baseline, what is not above the last is refused
 * and not buffered, and an alarm names what a gap skipped. The number is the one that `bound` has authenticated.
 */
export const sequence: Part = {
  id: 'sequence',
  title: 'Counters per author, in memory',
  protects: 'against copies and swaps, and shows what is missing in the middle, as long as the program runs',
  leavesOpen: 'who wrote it (any member can, and can spoil counters); the end of a stream; a restart; age',
  stage: 'counter',
  brings: ['bound'],
  layer: (_, host) => {
    const last = new Map<string, number>();
    return {
      seal: (body) => body,
      open: (body, { header: { room, nick, seq } }) => {
        const name = JSON.stringify([room, nick]);
        // Beyond 2^53 a number no longer counts: seq + 1 would equal seq.
        if (!Number.isSafeInteger(seq) || seq < 1) return { ok: false, code: 'bad-counter' };
        const before = last.get(name);
        if (before !== undefined && seq <= before) return { ok: false, code: 'counter-seen' };
        // Committed only when every layer has accepted: else a forged frame could push the counter on.
        const commit = (): void => {
          last.set(name, seq);
          for (const slot of skipped(before, seq)) host.alarm('gap', { author: nick, room, slot });
        };
        return { ok: true, body, commit };
      },
    };
  },
};

/** The numbers between the last seen and this one. */
function skipped(before: number | undefined, seq: number): number[] {
  if (before === undefined) return [];
  return Array.from({ length: Math.min(seq - before - 1, NAMED) }, (_, index) => before + 1 + index);
}
