import { bodyOf } from '../../src/report/provenance.js';

/** The kind of a frame: `message`, `join`, `reply` …; null where the bytes are no frame. */
export function typeOf(bytes: string): string | null {
  try {
    const type: unknown = JSON.parse(bytes).type;
    return typeof type === 'string' ? type : null;
  } catch {
    return null;
  }
}

/** A frame's type, as its label says it: where it is a part's own talk, with the part's name. */
export function kindOf(bytes: string): string | null {
  const type = typeOf(bytes);
  const part: unknown = type === 'control' && JSON.parse(bytes).header?.part;
  return typeof part === 'string' ? `${type}: ${part}` : type;
}

const TEXT = /\{"text":"((?:[^"\\]|\\.)*)"/;

/** The words that anybody can read in a frame as it crosses; null where its body shows none. */
export function wordsIn(bytes: string): string | null {
  const found = TEXT.exec(bodyOf(bytes) ?? '')?.[1];
  if (found === undefined) return null;
  try {
    return JSON.parse(`"${found}"`);
  } catch {
    return found;
  }
}

/** Whether these words stand in these bytes in clear, whatever escapes the frame writes them with. */
export const carries = (bytes: string, words: string): boolean =>
  bare(bytes).includes(bare(JSON.stringify(words).slice(1, -1)));

const bare = (text: string): string => text.replaceAll('\\', '');

/** What two texts begin and end with alike, and what differs in between. */
export interface Compared {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

export function compare(before: string, after: string): Compared {
  const [b, a] = [[...before], [...after]];
  const start = alike(b, a, 0);
  const end = alike(b.toReversed(), a.toReversed(), start);
  const join = (signs: readonly string[], from: number, to: number): string => signs.slice(from, to).join('');
  return {
    start: join(b, 0, start),
    before: join(b, start, b.length - end),
    after: join(a, start, a.length - end),
    end: join(b, b.length - end, b.length),
  };
}

/** How many signs two lists begin with alike, `taken` of the shorter being spoken for. */
function alike(a: readonly string[], b: readonly string[], taken: number): number {
  const most = Math.min(a.length, b.length) - taken;
  for (let n = 0; n < most; n++) if (a[n] !== b[n]) return n;
  return most;
}
