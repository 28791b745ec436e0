import { type Comparison, type Kept, type Place, type Seen, View, WINDOW } from './view.js';

/** The most missing messages of one author that are named at once: she may claim any number. */
const NAMED = 64;
/** The most entries that are kept over a restart: of what nobody has confirmed for so long, the alarm was raised before. */
const LONGEST = 256;

/** What a device knows of another member of a room; times by its own clock, in seconds. */
export interface Other {
  /** When she was first known of, or came back. */
  since: number;
  /** When her last heartbeat came. */
  heard: number;
  /** Whether her arrival is known of: she stood on the roster, or said hello. */
  announced: boolean;
  /** Of so many entries of the view here she has been asked whether she has seen them, too. */
  confirmed: number;
  /** How much she had said when she was first heard here: of what came before, nothing can be said. Null until then. */
  before: number | null;
  /** How much she has said, as far as is known here. */
  said: number;
}

interface Memory {
  readonly view: Kept;
  readonly others: readonly (readonly [string, Pick<Other, 'confirmed' | 'before' | 'said'>])[];
}

/** What a device keeps of one room. */
export class TranscriptRoom {
  readonly view: View;
  readonly others: Map<string, Other>;
  /** Who has yet to say that this device's arrival was seen, itself among them: until then it cannot know what it is owed. */
  readonly awaited = new Set<string>();
  /** The digests of its own arrivals. */
  readonly arrivals = new Set<string>();
  /** How many things came into the view since this device last said what it had seen. */
  untold = 0;
  sent: number;
  left = false;
  readonly #me: string;
  /** When each message of this device's own was sent that has not come back yet. */
  readonly #unechoed = new Map<number, number>();
  readonly #told = new Set<string>();

  /** `sent`: how much this device had said there before; `memory`: what it knew before a restart, as text. */
  constructor(me: string, now: number, sent: number, memory: string | undefined) {
    const { view, others }: Partial<Memory> = JSON.parse(memory ?? '{}');
    this.view = new View(me, view);
    this.others = new Map(
      others?.map(([nick, other]) => [nick, { ...other, announced: true, since: now, heard: -Infinity }]),
    );
    this.#me = me;
    this.sent = sent;
  }

  /** What a restarted program needs to know, as text: who is here, and what not all of them have confirmed. */
  get memory(): string {
    const others = [...this.others];
    const confirmed = others.map(([, other]) => other.confirmed);
    const from = Math.max(0, this.view.length - LONGEST, Math.min(this.view.length - WINDOW, ...confirmed));
    return JSON.stringify({
      view: this.view.kept(from),
      others: others.map(([nick, other]) => [
        nick,
        { before: other.before, said: other.said, confirmed: Math.max(0, other.confirmed - from) },
      ]),
    } satisfies Memory);
  }

  /** Another member, who was here already or is known of from now on. */
  other(nick: string, now: number): Other {
    const news = { since: now, heard: -Infinity, announced: false, confirmed: 0, before: null, said: 0 };
    const known = this.others.get(nick) ?? news;
    this.others.set(nick, known);
    return known;
  }

  /** She has said so much by now; `before`: of that, what came before anything of her could be heard here. */
  heardOf(nick: string, said: number, before: number, now: number): Other {
    const other = this.other(nick, now);
    other.before ??= before;
    other.said = Math.max(other.said, said);
    return other;
  }

  /** Her arrival was kept from here: all that she has said counts, not only what came since she was first heard. */
  unannounced(nick: string): void {
    Object.assign(this.others.get(nick)!, { announced: true, before: 0 });
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

  /** This device has said something. */
  says(slot: number, now: number): void {
    this.sent = slot;
    this.#unechoed.set(slot, now);
  }

  echoed(slot: number): void {
    this.#unechoed.delete(slot);
  }

  /** What this device said before this second that has not come back. */
  unechoedSince(second: number): Place[] {
    const late = [...this.#unechoed].filter(([, sent]) => sent < second);
    return late.map(([slot]) => ({ author: this.#me, slot }));
  }

  /** True once for each name: one alarm for each thing that is wrong, however often it is told. */
  isNew(name: string): boolean {
    return this.#told.size < this.#told.add(name).size;
  }

  /**
   * A claim of hers has come: whether she knows that this device is here, and how much of the view she has seen, too.
   * Answers what lies between what she confirmed before and where the claim begins: there she may have been shown anything.
   */
  confirms(nick: string, claim: readonly Seen[], compared: Comparison | null): readonly Seen[] {
    if (claim.some(({ digest }) => this.arrivals.has(digest))) this.awaited.delete(nick);
    const other = this.others.get(nick);
    if (!other?.announced || !compared) return [];
    const gap = this.view.between(other.confirmed, compared.from);
    other.confirmed = Math.max(other.confirmed, compared.until);
    return gap.filter(({ author }) => author !== nick);
  }

  /** What came before this second and she has not confirmed, but for her own. */
  unconfirmed(nick: string, second: number): readonly Seen[] {
    const { announced, confirmed } = this.others.get(nick)!;
    return announced ? this.view.after(confirmed, second).filter(({ author }) => author !== nick) : [];
  }

  /** Of what a member has said here by now the places that have not arrived: the last of them. */
  lacking(nick: string): Place[] {
    const { before, said } = this.others.get(nick)!;
    const lacking: Place[] = [];
    for (let slot = said; slot > (before ?? said) && lacking.length < NAMED; slot--)
      if (!this.view.has(nick, slot)) lacking.unshift({ author: nick, slot });
    return lacking;
  }
}
