import { columns } from './look.js';

/** Unchanged characters kept on either side of a change. */
const CONTEXT = 12;

/** A stretch of two aligned texts in which all is the same, or all differs. */
export interface Stretch {
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

/** Two frames stretch by stretch, cut to what surrounds the changes and to about `limit` characters. */
export function stretches(before: string, after: string, limit: number, ellipsis: string): Stretch[] {
  const pairs = within(around(align([...before], [...after]), ellipsis), limit, ellipsis);
  const done: Stretch[] = [];
  for (const { before, after, differs } of pairs) {
    const last = done.at(-1);
    if (last?.differs !== differs) done.push({ before, after, differs });
    else done[done.length - 1] = { before: last.before + before, after: last.after + after, differs };
  }
  return done;
}

/** One place of two aligned texts; a text that is shorter there has none. */
export interface Pair {
  readonly before: string;
  readonly after: string;
  readonly differs: boolean;
}

/** Place by place; where the lengths differ, all between what both begin and end with. */
export function align(before: readonly string[], after: readonly string[]): Pair[] {
  const pair = (b = '', a = ''): Pair => ({ before: b, after: a, differs: b !== a });
  const start = commonStart(before, after);
  const [b, a] = [before.slice(start), after.slice(start)];
  const end = b.length === a.length ? 0 : commonStart(b.toReversed(), a.toReversed());
  const [changedB, changedA] = [b.slice(0, b.length - end), a.slice(0, a.length - end)];
  return [
    ...before.slice(0, start).map((sign) => pair(sign, sign)),
    ...Array.from({ length: Math.max(changedB.length, changedA.length) }, (_, n) =>
      pair(changedB[n], changedA[n]),
    ),
    ...b.slice(b.length - end).map((sign) => pair(sign, sign)),
  ];
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length);
  for (let n = 0; n < shorter; n++) if (a[n] !== b[n]) return n;
  return shorter;
}

/** Leaves out what is far from every change; an ellipsis stands for it. */
export function around(pairs: readonly Pair[], ellipsis: string): Pair[] {
  const changes = pairs.flatMap(({ differs }, place) => (differs ? [place] : []));
  const kept = new Set(
    changes.flatMap((change) => Array.from({ length: 2 * CONTEXT + 1 }, (_, n) => change - CONTEXT + n)),
  );
  return pairs.flatMap((pair, place) => {
    if (kept.has(place)) return [pair];
    return place === 0 || kept.has(place - 1) ? [{ before: ellipsis, after: ellipsis, differs: false }] : [];
  });
}

export function within(pairs: readonly Pair[], room: number, ellipsis: string): Pair[] {
  const shown: Pair[] = [];
  let used = 0;
  for (const pair of pairs) {
    used += Math.max(columns(pair.before), columns(pair.after));
    if (used > room - columns(ellipsis) && pair !== pairs.at(-1))
      return [...shown, { before: ellipsis, after: ellipsis, differs: pair.differs }];
    shown.push(pair);
  }
  return shown;
}
