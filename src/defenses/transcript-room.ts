import { type Seen, View } from './view.js';

/** The most missing messages of one author that are named at once: she may claim any number. */
const NAMED = 16;

/** What a device knows of another member of a room; times by its own clock, in seconds. */
export interface Other {
  /** When she was first known of, or came back. */
  since: number;
  /** When her last heartbeat came. */
  heard: number;
  /** How many entries of the view here she has said that she has seen, too. */
  confirmed: number;
  /** How much she had said when she was first heard here: of what came before, nothing can be said. Null until then. */
  before: number | null;
}

/** What a device keeps of one room. */
export class TranscriptRoom {
  readonly view: View;
  readonly others = new Map<string, Other>();
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

  /** `sent`: how much this device had said there before; `kept`: of its view, before a restart. */
  constructor(me: string, sent: number, kept: string | undefined) {
    this.view = new View(me, kept);
    this.sent = sent;
  }

  /** Another member, who was here already or is known of from now on. */
  other(nick: string, now: number): Other {
    const known = this.others.get(nick) ?? { since: now, heard: -Infinity, confirmed: 0, before: null };
    this.others.set(nick, known);
    return known;
  }

  /** The same where something of hers has come; `upTo`: how much she had said by then, where nothing of her was known. */
  heardOf(nick: string, upTo: number, now: number): Other {
    const other = this.other(nick, now);
    other.before ??= this.view.lastOf(nick) || upTo;
    return other;
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

  /** A claim of hers has come: so much of what is here she has seen, and whether she knows that this device is here. */
  confirms(nick: string, claim: readonly Seen[]): void {
    const other = this.others.get(nick);
    if (other) other.confirmed = Math.max(other.confirmed, this.view.countAt(claim));
    if (claim.some(({ digest }) => this.arrivals.has(digest))) this.awaited.delete(nick);
  }

  /** Of what a member has said here, so many messages by now, the places that have not arrived. */
  lacking(nick: string, sent: number): number[] {
    const lacking: number[] = [];
    const from = this.others.get(nick)?.before ?? sent;
    for (let slot = from + 1; slot <= sent && lacking.length < NAMED; slot++)
      if (!this.view.has(nick, slot)) lacking.push(slot);
    return lacking;
  }

  /** The first place of a member that may be missing here. */
  nextOf(nick: string): number {
    return Math.max(this.view.lastOf(nick), this.others.get(nick)?.before ?? 0) + 1;
  }
}
