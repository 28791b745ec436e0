/** One thing that a member saw in a room, in the order in which the relay delivered: a message, or somebody's arrival (slot 0). */
export interface Seen {
  readonly author: string;
  readonly slot: number;
  /** Hexadecimal; a commitment, so that it tells nothing to whoever cannot read the words. */
  readonly digest: string;
}

/** What differs between a claim and what was seen here; `missing` was never seen here at all. */
export interface Difference {
  readonly author: string;
  readonly slot: number;
  readonly missing: boolean;
}

/** How many entries a claim tells: enough that every entry is told many times, short enough for any message. */
export const WINDOW = 16;

/** What outlives a restart of the program: the last entries, and the last slot of each author. */
interface Kept {
  readonly seen: readonly Seen[];
  readonly last: readonly (readonly [string, number])[];
}

/** What one member has seen of one room since it arrived, in relay order. */
export class View {
  readonly #seen: Seen[] = [];
  /** When each entry came, by this device's clock, in seconds. */
  readonly #came: number[] = [];
  readonly #slots = new Map<string, Set<number>>();
  readonly #last = new Map<string, number>();
  readonly #me: string;

  /** `kept`: what `kept` of the view before a restart was, as text. */
  constructor(me: string, kept?: string) {
    this.#me = me;
    if (kept === undefined) return;
    const { seen, last }: Kept = JSON.parse(kept);
    for (const entry of seen) this.add(entry, -Infinity);
    for (const [author, slot] of last) this.#last.set(author, slot);
  }

  add(seen: Seen, now: number): void {
    const { author, slot } = seen;
    this.#seen.push(seen);
    this.#came.push(now);
    this.#slots.set(author, (this.#slots.get(author) ?? new Set()).add(slot));
    this.#last.set(author, Math.max(this.lastOf(author), slot));
  }

  /** What a restarted program needs of it, as text. */
  get kept(): string {
    return JSON.stringify({ seen: this.claim(), last: [...this.#last] } satisfies Kept);
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
    return this.#slots.get(author)?.has(slot) ?? false;
  }

  /** How many things had been seen here when what a claim ends with was; 0 where it never was. */
  countAt(claim: readonly Seen[]): number {
    const last = claim.at(-1);
    return last ? this.#seen.findLastIndex((entry) => same(entry, last)) + 1 : 0;
  }

  /** Of what was seen after so many things and came before this second, the last. */
  after(count: number, second: number): readonly Seen[] {
    return this.#seen.slice(count, this.#came.findLastIndex((came) => came < second) + 1).slice(-WINDOW);
  }

  /** The highest slot seen of an author; 0 where none was. */
  lastOf(author: string): number {
    return this.#last.get(author) ?? 0;
  }

  /**
   * Compares another member's claim with what was seen here, from the first place that both know: this member's own
   * arrival or, once that is out of the claim's window, the first entry that stands here, too; where that came several
   * times, from whichever fits best. What lies before is not for us to say.
   */
  differences(claim: readonly Seen[]): Difference[] {
    const { told, places } = this.#align(claim);
    const found = places.map((place) => this.#compare(claim.slice(told), this.#seen.slice(place)));
    return found.toSorted((one, other) => one.length - other.length)[0] ?? [];
  }

  /** From the same place on. What follows here after the last that was told, its author had simply not seen yet. */
  #compare(claim: readonly Seen[], since: readonly Seen[]): Difference[] {
    const told = byPlace(claim);
    const seen = byPlace(since);
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
    return [
      ...missing.map((entry) => difference(entry, true)),
      ...[...moved, ...known, ...withheld.map((place) => seen.get(place)!)].map((entry) =>
        difference(entry, false),
      ),
    ];
  }

  #align(claim: readonly Seen[]): { readonly told: number; readonly places: readonly number[] } {
    const arrival = this.#seen.findIndex(({ author, slot }) => author === this.#me && slot === 0);
    const told = arrival < 0 ? -1 : claim.findIndex((entry) => same(entry, this.#seen[arrival]));
    if (told >= 0) return { told, places: [arrival] };
    const first = claim.findIndex((entry) => this.countAt([entry]) > 0);
    return {
      told: first,
      places: this.#seen.flatMap((entry, at) => (same(entry, claim[first]) ? [at] : [])),
    };
  }
}

/** Entries by what they are, and which time: a message may come again, and a member arrives more than once, each time by another word. */
function byPlace(entries: readonly Seen[]): ReadonlyMap<string, Seen> {
  const places = new Map<string, Seen>();
  const times = new Map<string, number>();
  for (const entry of entries) {
    const place = JSON.stringify([entry.author, entry.slot || entry.digest]);
    const time = (times.get(place) ?? 0) + 1;
    times.set(place, time);
    places.set(`${place} ${time}`, entry);
  }
  return places;
}

const parted = <T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

const same = (a: Seen, b: Seen | undefined): boolean =>
  a.author === b?.author && a.slot === b.slot && a.digest === b.digest;

const difference = ({ author, slot }: Seen, missing: boolean): Difference => ({ author, slot, missing });
