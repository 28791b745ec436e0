/** A message by its author and its number among hers; 0 is her arrival. */
export interface Place {
  readonly author: string;
  readonly slot: number;
}

/** One thing that a member saw in a room, in the order in which the relay delivered. */
export interface Seen extends Place {
  /** Hexadecimal; a commitment, so that it tells nothing to whoever cannot read the words. */
  readonly digest: string;
}

/** A claim beside what was seen here: it tells of the entries from `from` on and before `until`. */
export interface Comparison {
  readonly from: number;
  readonly until: number;
  /** What was never seen here at all. */
  readonly missing: readonly Place[];
  /** What was seen otherwise here, or not there, from both sides. */
  readonly differing: readonly Place[];
}

/** How many entries a claim tells: enough that every entry is told many times, short enough for any message. */
export const WINDOW = 16;

/** What outlives a restart of the program: the last entries, and which slots of each author were seen. */
export interface Kept {
  readonly seen: readonly (readonly [Seen, number])[];
  readonly slots: readonly (readonly [string, readonly Range[]])[];
  /** Which of the entries this member's own arrival is; -1 where that lies before them, null where there are none yet. */
  readonly arrival: number | null;
}

/** From the first to the last, both of them. */
type Range = readonly [number, number];

/** What one member has seen of one room since it arrived, in relay order. */
export class View {
  readonly #seen: Seen[] = [];
  /** When each entry came, by this device's clock, in seconds. */
  readonly #came: number[] = [];
  /** Which slots of each author were seen: seldom more than one range. */
  readonly #slots: Map<string, readonly Range[]>;
  readonly #me: string;
  /** Which entry its own arrival is: null before it came, -1 where that lies before a restart and is not kept. */
  #arrival: number | null;

  /** `kept`: of the view before a restart. */
  constructor(me: string, kept?: Kept) {
    this.#me = me;
    this.#arrival = kept?.arrival ?? null;
    this.#slots = new Map(kept?.slots);
    for (const [entry, came] of kept?.seen ?? []) this.add(entry, came);
  }

  add(seen: Seen, now: number): void {
    const { author, slot } = seen;
    if (author === this.#me && slot === 0) this.#arrival ??= this.length;
    this.#seen.push(seen);
    this.#came.push(now);
    if (!this.has(author, slot)) this.#slots.set(author, including(this.#slots.get(author) ?? [], slot));
  }

  /** What a restarted program needs of it: the entries from this one on. */
  kept(from: number): Kept {
    const seen = this.#seen.slice(from).map((entry, at) => [entry, this.#came[from + at]!] as const);
    const arrival = this.length === 0 ? null : Math.max(-1, (this.#arrival ?? -1) - from);
    return { seen, slots: [...this.#slots], arrival };
  }

  /** How many entries it has. */
  get length(): number {
    return this.#seen.length;
  }

  /** The last entries, as a claim to be signed. */
  claim(): readonly Seen[] {
    return this.#seen.slice(-WINDOW);
  }

  has(author: string, slot: number): boolean {
    return (this.#slots.get(author) ?? []).some(([from, to]) => from <= slot && slot <= to);
  }

  /** What was seen after so many things, up to so many. */
  between(count: number, until: number): readonly Seen[] {
    return this.#seen.slice(count, until);
  }

  /** What was seen after so many things and came before this second. */
  after(count: number, second: number): readonly Seen[] {
    return this.between(count, this.#came.findLastIndex((came) => came < second) + 1);
  }

  /**
   * Compares another member's claim with what was seen here, from the first place that both know: this member's own
   * arrival or, once that is out of the claim's window, the first entry that stands here, too; where that came several
   * times, from whichever fits best. What lies before is not for us to say. Null where there is no such place.
   */
  compare(claim: readonly Seen[]): Comparison | null {
    const arrival = claim.findIndex((entry) => same(entry, this.#seen[this.#arrival ?? -1]));
    if (arrival >= 0) return { ...this.#compareFrom(this.#arrival!, claim.slice(arrival)), from: 0 };
    const first = claim.findIndex((entry) => this.#seen.some((seen) => same(seen, entry)));
    const places = this.#seen.flatMap((entry, at) => (same(entry, claim[first]) ? [at] : []));
    const compared = places.map((place) => this.#compareFrom(place, claim.slice(first)));
    return compared.toSorted((one, other) => weightOf(one) - weightOf(other))[0] ?? null;
  }

  /** From the same place on. What follows here after the last that was told, its author had simply not seen yet. */
  #compareFrom(from: number, claim: readonly Seen[]): Comparison {
    const told = byPlace(claim);
    const seen = byPlace(this.#seen.slice(from));
    const until = [...seen.keys()].findLastIndex((place) => told.has(place)) + 1;
    const [ours, withheld] = parted([...seen.keys()].slice(0, until), (place) => told.has(place));
    const [theirs, others] = parted([...told.keys()], (place) => seen.has(place));
    // What both were shown stands in two lists of one length: where they part, both sides are named.
    const moved = theirs.flatMap((place, at) => {
      const [their, our] = [told.get(place)!, seen.get(ours[at]!)!];
      return same(their, our) ? [] : [their, our];
    });
    const entries = others.map((place) => told.get(place)!);
    const [known, missing] = parted(entries, ({ author, slot }) => this.has(author, slot));
    const differing = [...moved, ...known, ...withheld.map((place) => seen.get(place)!)];
    return { from, until: from + until, missing, differing };
  }
}

const weightOf = ({ missing, differing }: Comparison): number => missing.length + differing.length;

/** Entries by what they are, and which time: a message may come again, and a member arrives more than once, each time by another word. */
function byPlace(entries: readonly Seen[]): ReadonlyMap<string, Seen> {
  const places = new Map<string, Seen>();
  const times = new Map<string, number>();
  for (const entry of entries) {
    const { author, slot, digest } = entry;
    // The name behind its length: no two things are spelt alike.
    const place = `${author.length} ${author} ${slot || digest}`;
    const time = (times.get(place) ?? 0) + 1;
    times.set(place, time);
    places.set(`${time} ${place}`, entry);
  }
  return places;
}

const parted = <T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

const same = (a: Seen, b: Seen | undefined): boolean =>
  a.author === b?.author && a.slot === b.slot && a.digest === b.digest;

/** With one more slot, which is in none of the ranges. */
function including(ranges: readonly Range[], slot: number): readonly Range[] {
  const [beside, apart] = parted(ranges, ([from, to]) => to === slot - 1 || from === slot + 1);
  const ends = [slot, ...beside.flat()];
  return [...apart, [Math.min(...ends), Math.max(...ends)]];
}
