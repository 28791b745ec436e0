import { type Comparison, type Kept, type Seen, View, WINDOW } from './view.js';

/** The most missing messages of one author that are named at once: she may claim any number. */
const NAMED = 64;
/** The most entries that are kept over a restart. */
const LONGEST = 256;

/** What a device knows of another member of a room; times by its own clock, in seconds. */
export interface Other {
  /** When she was first known of, or came back. */
  since: number;
  /** When her last heartbeat came. */
  heard: number;
  /** Of so many entries of the view here she has said, without a gap, that she has seen them, too. Null before her first claim. */
  confirmed: number | null;
  /** How much she had said when she was first heard here: of what came before, nothing can be said. Null until then. */
  before: number | null;
}

interface Memory {
  readonly view: Kept;
  readonly others: readonly (readonly [string, Pick<Other, 'confirmed' | 'before'>])[];
}

/** What a device keeps of one room. */
export class TranscriptRoom {
  readonly view: View;
  readonly others: Map<string, Other>;
  /** Who has yet to say that this device's arrival was seen, itself among them: until then it cannot know what it is owed. */
  readonly awaited = new Set<string>();
  /** The digests of its own arrivals. */
  readonly arrivals = new Set<string>();
  /** When each message of this device's own was sent that has not come back yet. */
  readonly unechoed = new Map<number, number>();
  /** How many things came into the view since this device last said what it had seen. */
  untold = 0;
  sent: number;
  left = false;
  readonly #told = new Set<string>();

  /** `sent`: how much this device had said there before; `memory`: what it knew before a restart, as text. */
  constructor(me: string, now: number, sent: number, memory: string | undefined) {
    const { view, others }: Partial<Memory> = JSON.parse(memory ?? '{}');
    this.view = new View(me, view);
    this.others = new Map(others?.map(([nick, other]) => [nick, { ...other, since: now, heard: -Infinity }]));
    this.sent = sent;
  }

  /** What a restarted program needs to know, as text: who is here, and what not all of them have confirmed. */
  get memory(): string {
    const others = [...this.others];
    const confirmed = others.map(([, other]) => other.confirmed ?? 0);
    const from = Math.max(0, this.view.length - LONGEST, Math.min(this.view.length - WINDOW, ...confirmed));
    return JSON.stringify({
      view: this.view.kept(from),
      others: others.map(([nick, other]) => [
        nick,
        { before: other.before, confirmed: other.confirmed && Math.max(0, other.confirmed - from) },
      ]),
    } satisfies Memory);
  }

  /** Another member, who was here already or is known of from now on. */
  other(nick: string, now: number, news: Partial<Other> = {}): Other {
    const known = this.others.get(nick) ?? {
      since: now,
      heard: -Infinity,
      confirmed: null,
      before: null,
      ...news,
    };
    this.others.set(nick, known);
    return known;
  }

  leaves(nick: string): void {
    this.others.delete(nick);
    this.awaited.delete(nick);
  }

  saw(seen: Seen, now: number): void {
    this.view.add(seen, now);
    this.untold++;
  }

  claim(): readonly Seen[] {
    this.untold = 0;
    return this.view.claim();
  }

  /** True once for each name: one alarm for each thing that is wrong, however often it is told. */
  isNew(name: string): boolean {
    return this.#told.size < this.#told.add(name).size;
  }

  /**
   * A claim of hers has come: whether she knows that this device is here, and how much of the view she has seen, too. A
   * claim that begins behind what she confirmed before confirms nothing: between them anything may have been shown to her.
   */
  confirms(nick: string, claim: readonly Seen[], compared: Comparison | null): void {
    if (claim.some(({ digest }) => this.arrivals.has(digest))) this.awaited.delete(nick);
    const other = this.others.get(nick);
    if (!other || !compared) return;
    const confirmed = other.confirmed ?? compared.from;
    other.confirmed = compared.from <= confirmed ? Math.max(confirmed, compared.until) : confirmed;
  }

  /** What came before this second and she has not confirmed, but for her own. */
  unconfirmed(nick: string, second: number): readonly Seen[] {
    const confirmed = this.others.get(nick)?.confirmed ?? 0;
    return this.view.after(confirmed, second).filter(({ author }) => author !== nick);
  }

  /** Of what a member has said here, so many messages by now, the places that have not arrived: the last of them. */
  lacking(nick: string, sent: number): number[] {
    const lacking: number[] = [];
    const before = this.others.get(nick)?.before ?? sent;
    for (let slot = sent; slot > before && lacking.length < NAMED; slot--)
      if (!this.view.has(nick, slot)) lacking.unshift(slot);
    return lacking;
  }

  /** The first place of a member that may be missing here. */
  nextOf(nick: string): number {
    return Math.max(this.view.lastOf(nick), this.others.get(nick)?.before ?? 0) + 1;
  }
}
