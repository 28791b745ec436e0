import type { Code } from './code.js';
import type { Envelope } from './wire-format.js';

/** The clear part of a message frame. `seq` counts the author's messages in the room from 1; `sent` is her clock, in whole seconds. */
export interface MessageHeader {
  readonly room: string;
  readonly nick: string;
  readonly seq: number;
  readonly sent: number;
}

/** Where a part stands, in receiving order; sending goes through them backwards. */
export const STAGES = [
  'tls',
  'limits',
  'log',
  'codec',
  'mac',
  'decrypt',
  'unpad',
  'context',
  'signature',
  'time',
  'counter',
  'transcript',
  'password',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What a layer may know while it seals. `now` is the sender's own clock in seconds; `length` that of the message, in
 * bytes, before any layer has written around it.
 */
export interface Sealing {
  readonly header: MessageHeader;
  readonly now: number;
  readonly length?: number;
}

/** A layer cannot seal now, and nothing is sent: the user is told why. */
export class CannotSeal extends Error {
  constructor(readonly code: Code) {
    super(`nothing was sent: ${code}`);
  }
}

/** What a layer may know while it opens. `now` is the receiver's own clock in seconds; `sealedAt` was authenticated by an outer layer. */
export interface Opening {
  readonly header: MessageHeader;
  readonly now: number;
  readonly sealedAt?: number;
}

/** `commit` runs only after every other layer has accepted: state changes only after authentication. */
export type Opened =
  | {
      readonly ok: true;
      readonly body: Uint8Array;
      readonly sealedAt?: number;
      readonly commit?: () => void;
      /** The user sees the message with a warning. */
      readonly marked?: boolean;
    }
  | Refused;

/** `why`: what went wrong in a part that threw, or answered what no part answers; for whoever wrote it. */
export interface Refused {
  readonly ok: false;
  readonly code: Code;
  readonly why?: string;
}

/** What a part with a memory may do beside sealing and opening, on its own device. */
export interface Host {
  readonly me: string;
  /** The device's own clock, in seconds. */
  now(): number;
  /** Sends a control frame of this part to the members of a room. */
  control(room: string, body: string): void;
  /** Tells the user that something is wrong with this author's message. */
  alarm(code: Code, about: { readonly author: string; readonly room: string; readonly slot: number }): void;
  /** Notes that the part did something without refusing. */
  act(code: Code): void;
  /** The device's storage: what stands here survives a restart of the program. */
  readonly store: Map<string, string>;
}

/** A control frame of a part, as it arrived; nothing in it is authenticated yet. */
export interface Control {
  readonly room: string;
  readonly nick: string;
  readonly body: string;
}

/** A member's public key as somebody told it: base64url of 32 bytes. Nothing vouches for it. */
export interface AnnouncedKey {
  readonly nick: string;
  readonly key: string;
}

/** Seals a body when sent and opens it when received. `open` answers hostile input with a code and throws only for a programmer's error. */
export interface Layer {
  seal(body: Uint8Array, sealing: Sealing): Uint8Array;
  open(body: Uint8Array, opening: Opening): Opened;
  /** What was sealed under this header is on its way: a frame that turned out too large never is. */
  sent?(header: MessageHeader): void;
  /** This device entered a room with these members, itself among them; `keys` as the relay told them, where it does. */
  joined?(room: string, roster: readonly string[], keys?: readonly AnnouncedKey[]): void;
  /** Whether this device is still making itself known in a room: until then its user is not told that she is there. */
  isEntering?(room: string): boolean;
  /** This device is about to leave a room. */
  leaving?(room: string): void;
  /** A control frame of this part arrived. Refuses it by a code. */
  hear?(control: Control): Code | null;
  /** A heartbeat period has passed in a room. */
  beat?(room: string): void;
  /** Why this part cannot seal anything for a room now; null where it can. */
  cannotSeal?(room: string): Code | null;
  /** What somebody who comes late must know of this part's state in a room; null where there is nothing. */
  checkpoint?(room: string): string | null;
  /** Takes over what another device's part of the same name gave as its checkpoint; authentic, and still to be read with care. */
  resume?(room: string, checkpoint: string): void;
}

/** All the parts of a device that have a state to hand on, for the part that hands it on. */
export interface Colleagues {
  checkpoints(room: string): Readonly<Record<string, string>>;
  resume(room: string, checkpoints: Readonly<Record<string, string>>): void;
}

/** What one device holds. All members share the group's keys; the personal key is hers alone. */
export interface Keys {
  /** A key of `bytes` bytes for one use, derived from the group password (HKDF-SHA256, `use` as info). */
  group(use: string, bytes: number): Uint8Array;
  /** Ed25519, 32 bytes each. */
  readonly personal: { readonly secret: Uint8Array; readonly public: Uint8Array };
  /** Public keys by nick, verified out of band before the chat began. */
  readonly pinned: Pick<ReadonlyMap<string, Uint8Array>, 'get'>;
  /** The member whose program draws the keys of the chat, where any does; pinned like the keys. */
  readonly host: string;
}

/** How a group key is made of a password: stretched with the chat's salt (PBKDF2, RFC 8018), or hashed once without. */
export type Derivation = 'pbkdf2' | 'sha256';

/** A password that the members might have agreed on, and the keys that it would give. */
export interface Candidate {
  readonly password: string;
  readonly keysmith: Keysmith;
}

/** Makes the keys of chats from one group password. */
export interface Keysmith {
  /** A proposal for a chat's salt: 16 bytes, base64. */
  readonly salt: string;
  /** The keys of each member's device in the chat `id`, which shares no key with any other chat; derived by PBKDF2 unless told otherwise. */
  chat(
    id: string,
    members: readonly string[],
    derivation?: Derivation,
  ): (nick: string, salt: string | undefined) => Promise<Keys>;
  /** Eight passwords as people choose them, each ready to use with this salt: resolves once all are derived. */
  dictionary?(): Promise<readonly Candidate[]>;
}

/** The settings of the chat that a part may change. */
export interface ChatSettings {
  readonly codec: 'reviving' | 'strict';
  /** Looks at a frame's text before it is decoded; a code refuses the frame. */
  readonly screen?: (text: string) => Code | null;
  /** A receiver tells the room why it refused a message: a control frame of `refusal` (docs/wire-format.md). */
  readonly answersRefusals?: boolean;
  /** A receiver takes what is not sealed at all, as of a program from before the sealing. */
  readonly takesUnsealed?: boolean;
  /** A member tells the relay her public key when she joins, and takes those of the others from its answer. */
  readonly announcesKeys?: boolean;
  /** How the group key is made of the password; PBKDF2 where no part says otherwise. */
  readonly derivation?: Derivation;
  readonly limits?: Limits;
  readonly relayLog?: RelayLogging;
  readonly tls?: Tls;
}

/** A nick in a room: what a connection holds from join to leave. */
export interface Session {
  readonly room: string;
  readonly nick: string;
}

/** What the relay bounds. Every bound that is absent is absent from the chat, too. */
export interface Limits {
  /** The largest incoming frame, in bytes; a larger one is refused before it is buffered. */
  readonly maxPayload?: number;
  readonly noCompression?: true;
  /** Only the members of a room receive what is said there. */
  readonly membersOnly?: true;
  /** Whether a connection that holds `held` may hold one session more. */
  readonly admits?: (wanted: Session, held: readonly Session[]) => boolean;
  /** Whether a connection that holds `held` may act as `as`; `all` are the sessions of all connections. */
  readonly speaksAs?: (as: Session, held: readonly Session[], all: readonly Session[]) => boolean;
  /** Whether a nick that nobody holds in this room is free for a connection that holds `held`. */
  readonly mayTake?: (wanted: Session, held: readonly Session[], all: readonly Session[]) => boolean;
  /** How a member proves that a join or leave is hers, where the stack has personal keys. */
  readonly membership?: MembershipProof;
  /** A connection that closes takes its sessions with it. */
  readonly removesOnClose?: true;
  /** Seconds between pings; a connection that has not answered one by the next is ended, its sessions expire. */
  readonly heartbeat?: number;
  /** Whether `unsent` bytes, of which the last frame has `frame`, are too many to keep for one reader. */
  readonly overflows?: (unsent: number, frame: number) => boolean;
}

/** Signs and verifies the statement "I join (leave) this room on this connection". */
export interface MembershipProof {
  prove(statement: Uint8Array, secret: Uint8Array): string;
  verify(proof: string, statement: Uint8Array, key: Uint8Array): boolean;
}

/** What the relay has to say about one event; `size` is the body's, in bytes. */
export interface LogEntry {
  readonly time: string;
  readonly event: string;
  readonly room?: string;
  readonly nick?: string;
  readonly body?: string;
  readonly size?: number;
  readonly error?: string;
}

/** How the relay writes its log. `key` is 32 fresh random bytes of the relay's own. */
export interface RelayLogging {
  /** The line of an entry, without its newline; `act` where the writer had to do something about the entry. */
  writer(key: Uint8Array): (entry: LogEntry) => { readonly line: string; readonly act?: Code };
  /** The key lies in a file beside the log. */
  readonly keyBeside?: true;
}

/** How connections are protected on the way. */
export interface Tls {
  /** A certificate and key (PEM) for a relay of this name, and the authority (PEM) that peers trust. */
  issue(host: string): Promise<Credentials>;
  /** The same from an authority of one's own that nobody trusts, as anybody can make it. */
  imitate(host: string): Promise<Credentials>;
  /** What a peer checks: the chain and that it was issued to this relay, the chain alone, nothing. */
  readonly verifies: 'chain and host' | 'chain' | 'nothing';
}

export interface Credentials {
  readonly cert: string;
  readonly key: string;
  readonly authority: string;
}

/** A part of a defense: a layer, a change of the chat's settings, or both. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly protects: string;
  readonly leavesOpen: string;
  readonly stage: Stage;
  /** Parts that this one cannot work without. */
  readonly brings?: readonly string[];
  /** The part whose place and codes this one takes (a decoy, a pass-through, a variant). */
  readonly insteadOf?: string;
  /** What is asked of these parts, this one gives as well: a part that brings one of them is content with it. */
  readonly gives?: readonly string[];
  /** Under this part members have keys of their own. Where it encrypts, no group password stands behind it. */
  readonly personalKeys?: true;
  /** What the part writes around the body, published: the adversary knows the design (Kerckhoffs). */
  readonly envelope?: Envelope;
  readonly settings?: Partial<ChatSettings>;
  readonly layer?: (keys: Keys, host: Host, colleagues?: Colleagues) => Layer;
}

/** Checks a part's types; a plugin exports what this returns. */
export const definePart = (part: Part): Part => part;
