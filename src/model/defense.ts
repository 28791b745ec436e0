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
  'codec',
  'mac',
  'decrypt',
  'unpad',
  'context',
  'signature',
  'time',
  'counter',
  'transcript',
] as const;
export type Stage = (typeof STAGES)[number];

/** What a layer may know while it seals. `now` is the sender's own clock in seconds. */
export interface Sealing {
  readonly header: MessageHeader;
  readonly now: number;
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
  | { readonly ok: false; readonly code: Code };

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

/** Seals a body when sent and opens it when received. `open` answers hostile input with a code and throws only for a programmer's error. */
export interface Layer {
  seal(body: Uint8Array, sealing: Sealing): Uint8Array;
  open(body: Uint8Array, opening: Opening): Opened;
  /** This device entered a room with these members, itself among them. */
  joined?(room: string, roster: readonly string[]): void;
  /** This device is about to leave a room. */
  leaving?(room: string): void;
  /** A control frame of this part arrived. Refuses it by a code. */
  hear?(control: Control): Code | null;
  /** A heartbeat period has passed in a room. */
  beat?(room: string): void;
}

/** What one device holds. All members share the group's keys; the personal key is hers alone. */
export interface Keys {
  /** A key of `bytes` bytes for one use, derived from the group password (HKDF-SHA256, `use` as info). */
  group(use: string, bytes: number): Uint8Array;
  /** Ed25519, 32 bytes each. */
  readonly personal: { readonly secret: Uint8Array; readonly public: Uint8Array };
  /** Public keys by nick, verified out of band before the chat began. */
  readonly pinned: Pick<ReadonlyMap<string, Uint8Array>, 'get'>;
}

/** Makes the keys of chats from one group password. */
export interface Keysmith {
  /** A proposal for a chat's salt: 16 bytes, base64. */
  readonly salt: string;
  /** The keys of each member's device in the chat `id`, which shares no key with any other chat. */
  chat(id: string, members: readonly string[]): (nick: string, salt: string | undefined) => Promise<Keys>;
}

/** The settings of the chat that a part may change. */
export interface ChatSettings {
  readonly codec: 'reviving' | 'strict';
  /** Looks at a frame's text before it is decoded; a code refuses the frame. */
  readonly screen?: (text: string) => Code | null;
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
  /** What the part writes around the body, published: the adversary knows the design (Kerckhoffs). */
  readonly envelope?: Envelope;
  readonly settings?: Partial<ChatSettings>;
  readonly layer?: (keys: Keys, host: Host) => Layer;
}

/** Checks a part's types; a plugin exports what this returns. */
export const definePart = (part: Part): Part => part;
