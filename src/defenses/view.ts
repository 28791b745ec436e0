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

/** What one member has seen of one room since it arrived, in relay order. */
export class View {
  readonly #seen: Seen[] = [];
  readonly #me: string;

  constructor(me: string) {
    this.#me = me;
  }

  add(seen: Seen): void {
    this.#seen.push(seen);
  }

  /** The last entries, as a claim to be signed. */
  claim(): readonly Seen[] {
    return this.#seen.slice(-WINDOW);
  }

  has(author: string, slot: number): boolean {
    return this.#seen.some((seen) => seen.author === author && seen.slot === slot);
  }

  /** How many things had been seen here when what a claim ends with was; 0 where it never was. */
  countAt(claim: readonly Seen[]): number {
    const last = claim.at(-1);
    return last ? this.#seen.findLastIndex((entry) => same(entry, last)) + 1 : 0;
  }

  /** What was seen after so many things, the last of it. */
  after(count: number): readonly Seen[] {
    return this.#seen.slice(count).slice(-WINDOW);
  }

  /** The highest slot seen of an author; 0 where none was. */
  lastOf(author: string): number {
    return Math.max(0, ...this.#seen.filter((seen) => seen.author === author).map(({ slot }) => slot));
  }

  /**
   * Compares another member's claim with what was seen here, from the first place that both know: this member's own
   * arrival or, once that is out of the claim's window, the claim's first entry. What lies before is not for us to say.
   */
  differences(claim: readonly Seen[]): Difference[] {
    const aligned = this.#align(claim);
    if (!aligned) return [];
    const told = claim.slice(aligned.told);
    const seen = this.#seen.slice(aligned.seen);
    // What follows after the claim's end here, its author had simply not seen yet.
    const at = told.findIndex((entry, index) => !same(entry, seen[index]));
    if (at < 0) return [];
    // Past the first difference everything is shifted: it alone is named, from both sides, and all that is missing here.
    const missing = told.slice(at).filter(({ author, slot }) => !this.has(author, slot));
    const differing = [told[at]!, ...(seen[at] ? [seen[at]] : [])].filter(({ author, slot }) =>
      this.has(author, slot),
    );
    return [
      ...missing.map((entry) => difference(entry, true)),
      ...differing.map((entry) => difference(entry, false)),
    ];
  }

  #align(claim: readonly Seen[]): { told: number; seen: number } | null {
    const arrival = this.#seen.findIndex(({ author, slot }) => author === this.#me && slot === 0);
    const told = arrival < 0 ? -1 : claim.findIndex((entry) => same(entry, this.#seen[arrival]));
    if (told >= 0) return { told, seen: arrival };
    const seen = claim[0] ? this.#seen.findLastIndex((entry) => same(entry, claim[0])) : -1;
    return seen < 0 ? null : { told: 0, seen };
  }
}

const same = (a: Seen, b: Seen | undefined): boolean =>
  a.author === b?.author && a.slot === b.slot && a.digest === b.digest;

const difference = ({ author, slot }: Seen, missing: boolean): Difference => ({ author, slot, missing });
