import type { Code } from './code.js';
import type { Keys, LogEntry, MessageHeader } from './defense.js';
import type { Draw } from './draw.js';
import type { Position, Property } from './property.js';
import type { Step } from './scenario.js';
import type { Counter } from './trace.js';
import type { WireFormat } from './wire-format.js';

/** What the chat must have for an attack to make sense; without it the cell is `not-applicable`. */
export const NEEDS = [
  'group password',
  'a salt',
  'personal keys',
  'a layer that seals bodies',
  'CBC padding',
  'a keystream',
  'the mac part',
  'receiver counters',
] as const;
export type Need = (typeof NEEDS)[number];

/** One concrete way to play an attack. `does` completes "Mallory …". */
export interface Tactic {
  readonly id: string;
  readonly does: string;
  /**
   * It takes a protection off that many programs make optional. Where it gets through it counts; where a part cannot
   * even read what is left, that proves nothing either way, and the other tactics decide.
   */
  readonly probe?: boolean;
  /** What honest people do after the talk under this tactic, where that is not what they do under the others. */
  readonly meanwhile?: readonly Step[];
  /** Seconds that a member's clock is ahead (behind where negative) under this tactic. */
  readonly skews?: Readonly<Record<string, number>>;
  /**
   * It can be played in one fight with the attack's others of which this is true: none stands in another's way. Where a
   * defense withstands them all together, it withstands each; where it does not, each is played alone.
   */
  readonly together?: boolean;
}

/** Several tactics in one fight. */
export interface Volley extends Tactic {
  readonly forms: readonly Tactic[];
}

/** A line of the script whose words the adversary can predict. `seq` is its place among the author's messages. */
export interface Said {
  readonly author: string;
  readonly room: string;
  readonly seq: number;
  readonly text: string;
}

/** The line that carries the secret: everything of it is predictable but `length` hexadecimal digits. */
export interface SecretLine extends Omit<Said, 'text'> {
  readonly before: string;
  readonly after: string;
  readonly length: number;
}

/** One delivery at the relay's forwarding hook, for one recipient. `from` is `relay` for the relay's own replies. */
export interface Forwarding {
  readonly to: string;
  readonly from: string;
  readonly bytes: string;
}

export type Decision =
  | { readonly do: 'forward' }
  | { readonly do: 'drop' }
  /** `bytes`, where present, go in the place of the held ones. */
  | { readonly do: 'delay'; readonly seconds: number; readonly bytes?: string }
  | { readonly do: 'replace'; readonly bytes: string }
  | { readonly do: 'inject'; readonly bytes: string };

/** A stretch of the bytes of one TCP connection, as it arrived from the one end and on its way to the other. */
export interface Passing {
  readonly to: 'relay' | 'peer';
  readonly bytes: Uint8Array;
}

/**
 * Two certificates that anybody can have for a connection that is not hers: made by herself in the relay's name, or
 * honestly issued, by the authority that everybody trusts, in her own.
 */
export type Certificate = 'of her own making' | 'in her own name';

/** A connection of the adversary's own to the relay; `received` grows as frames arrive. */
export interface Connection {
  send(bytes: string): void;
  readonly received: readonly string[];
}

/** A connection that need not behave. It offers compression, and compresses what it sends where the relay agreed. */
export interface FloodConnection extends Connection {
  /** Stops reading: what the relay sends stays in the kernel's buffers and then in the relay's. Nothing is answered any more. */
  stopReading(): void;
  /** Resolves when the relay has read all that was sent on this connection, or is rid of it; no answer is waited for. */
  taken(): Promise<void>;
  /** Is gone without a word: no leave, no closing handshake. */
  vanish(): Promise<void>;
}

/** What each position can touch. */
export interface Capabilities {
  /** `beside`: what lies beside the log (a key, in hex), null where nothing does. */
  log: { read(): string; beside(): string | null };
  wire: { bytes(): { readonly toRelay: Uint8Array; readonly toPeer: Uint8Array } };
  /**
   * The bytes that pass are the adversary's to change (`Adversary.pass`). Where the connection speaks TLS it may also
   * answer as the relay with a certificate, and speak TLS with the relay itself: what passes is then in clear.
   */
  network: { answerAsRelay(certificate: Certificate): void };
  outsider: { connect(): Promise<Connection> };
  sender: { connect(): Promise<Connection> };
  flooder: { connect(options?: { readonly compression: boolean }): Promise<FloodConnection> };
  insider: {
    readonly nick: string;
    readonly connection: Connection;
    readonly keys: Keys;
    /** Her own client's sealing, with any header she likes: the body of a frame. */
    seal(header: MessageHeader, text: string): string;
    /** The same for any bytes in the place of an encoded message: her program is hers to change. */
    sealBytes(header: MessageHeader, bytes: Uint8Array): string;
    /** The text of a body, or null where a member's keys do not open it. */
    open(header: MessageHeader, body: string): string | null;
    /** What her program has stored of the keys that members agreed on, as it stands. */
    stored(): readonly string[];
    /** Takes off all that stands around a member's signed words and puts it on for another header; null where it does not come off. */
    rewrap(header: MessageHeader, body: string, as: MessageHeader): string | null;
    /** Takes off all that stands around what she signed herself, and her signature, and seals what `change` makes of it; null where that is nothing. */
    resign(
      header: MessageHeader,
      body: string,
      change: (signed: Uint8Array) => Uint8Array | null,
    ): string | null;
    /** Enters a room, under her own nick or another; what she signs, she signs with her own key. */
    join(room: string, as?: string): Promise<void>;
    /** Leaves a room that she is in under her own nick, and keeps her connection; the scripts' room unless told. */
    leave(room?: string): Promise<void>;
  };
  thief: {
    bytes(): { readonly toRelay: Uint8Array; readonly toPeer: Uint8Array };
    /** Copies the device's state as it is now. */
    steal(): Promise<Loot>;
  };
  relay: { log(): string; inject(to: string, bytes: string): void };
  'relay+insider': Capabilities['relay'] & Capabilities['insider'];
}

/** One device's state at the moment of a theft, put into a program of the thief's own; the wire is all she gets of later. */
export interface Loot {
  /** The text of a body, or null where the stolen state does not open it. */
  open(header: MessageHeader, body: string): string | null;
  /** Shows a captured frame to her program, as the device would see it: members tell each other about keys. */
  hear(bytes: string): void;
  /** The traffic secrets of the device's live TLS connection, in lines of NSS's key log format; empty where there is none. */
  readonly sessionSecrets: readonly string[];
}

/** Anybody has the program: the adversary's own copy of the client, with a password and keys of her own making. */
export interface OwnClient {
  /** Ed25519, 32 bytes: what it signs verifies under this key. */
  readonly publicKey: Uint8Array;
  seal(header: MessageHeader, text: string): string;
  sealBytes(header: MessageHeader, bytes: Uint8Array): string;
  /** The text of a body, or null where her keys do not open it. */
  open(header: MessageHeader, body: string): string | null;
}

/** A wordlist, and a way to try its words: the chat's salt and name are public, the relay tells them to whoever joins. */
export interface Dictionary {
  readonly words: readonly string[];
  client(word: string): Promise<OwnClient>;
}

/** What every adversary is handed beside its position. It owns no socket, clock, randomness or console. */
export interface Tools {
  readonly wire: WireFormat;
  readonly room: string;
  /** The names of all rooms. */
  readonly rooms: readonly string[];
  readonly members: readonly string[];
  readonly known: readonly Said[];
  readonly secret: SecretLine | null;
  readonly own: OwnClient;
  /** The relay's program, too: starts one that writes a line of its log for each entry, under this key or one of her own. */
  readonly ownLog: ((key?: Uint8Array) => (entry: LogEntry) => string) | null;
  /** Where the attack is on the group password: eight that it may be, and her own client with any of them in this very chat. */
  readonly dictionary: Dictionary | null;
  readonly draw: Draw;
  readonly signal: AbortSignal;
  /** Seconds since the Unix epoch, by the clock of the adversary's machine. */
  now(): number;
  random(bytes: number): Uint8Array;
  /** Lets virtual time pass while the honest programs go on. */
  wait(seconds: number): Promise<void>;
  /** Waits until no frame is under way. */
  settle(): Promise<void>;
  /** Writes into the trace what the adversary does, in plain words: completes "Mallory …". */
  did(what: string): void;
  /** Registers a payload of this trial as its own, so that the victim process may run it. */
  mint(source: string): string;
  /** The file that a payload must create, with this content, to prove that it ran. */
  readonly canary: { readonly file: string; readonly nonce: string };
}

/** A playing adversary. Its moments, in order: `begin` (members have joined), `forward` (each delivery), `end` (the script is over), `guess`. */
export interface Adversary {
  begin?(): void | Promise<void>;
  forward?(frame: Forwarding): Decision | readonly Decision[];
  /** What goes on in the place of the bytes that arrived. Its moments begin with the connection, before `begin`. */
  pass?(passing: Passing): Uint8Array;
  end?(): void | Promise<void>;
  /** The best guesses of the secret, from what was held: of the first five the best one counts, of a password the last. */
  guess?(): string | readonly string[];
}

export interface AttackFacts {
  readonly id: string;
  readonly title: string;
  readonly position: Position;
  readonly property: Property;
  readonly needs: readonly Need[];
  /** The vulnerable variant that is the attack's positive control, where the undefended chat has nothing to break. */
  readonly against?: string;
  /** Alarms that count as detection. */
  readonly alarms: readonly Code[];
  readonly cwe: readonly number[];
  readonly sources: readonly string[];
  /** What the attack takes beside the script: what honest people do after the talk, and clocks that are wrong. */
  readonly circumstances?: {
    readonly meanwhile?: readonly Step[];
    /** What they do when the adversary's `end` is over. */
    readonly afterwards?: readonly Step[];
    /** Seconds that a member's clock is ahead (behind where negative). */
    readonly skews?: Readonly<Record<string, number>>;
  };
  /** Whose log the position `log` reads, whose connection the positions `wire` and `network` stand on. */
  readonly target?: 'relay' | 'bob';
  /** What of the relay's a flood would exhaust. */
  readonly counter?: Counter;
}

export interface Attack<P extends Position = Position, T extends Tactic = Tactic> extends AttackFacts {
  readonly position: P;
  tactics(wire: WireFormat): readonly T[];
  adversary(position: Capabilities[P], tactic: T, tools: Tools): Adversary;
}

/** Checks an attack's types and forgets its tactic's: a list holds attacks of every position. */
export function defineAttack<P extends Position, T extends Tactic>(attack: Attack<P, T>): Attack {
  return attack as unknown as Attack;
}

/** The scenario that an attack belongs to: its id up to the slash. */
export const scenarioOf = (attackId: string): string => attackId.split('/', 1)[0]!;
