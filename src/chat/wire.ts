import type { AnnouncedKey, MessageHeader } from '../model/defense.js';

/** Version of the wire format; see docs/wire-format.md. */
export const WIRE_VERSION = 1;

/** A message as everybody on the way sees it: a clear header, the suite that sealed the body, the body. */
export interface MessageFrame {
  readonly v: number;
  readonly type: 'message';
  readonly header: MessageHeader & { readonly id: number };
  readonly suite: string;
  readonly body: string;
}

/**
 * `salt` (base64, 16 bytes) is the joiner's proposal; the relay keeps the first one and hands it to all. `proof`, where
 * the members have keys, is her signature over this join on this connection. `key` is her public key, where members
 * learn keys from the relay.
 */
export interface JoinFrame {
  readonly v: number;
  readonly type: 'join';
  readonly header: { readonly id: number; readonly room: string; readonly nick: string };
  readonly body: { readonly salt: string; readonly proof?: string; readonly key?: string };
}

/** What a part of the defense tells its like on the other devices; whatever protects it stands in the body. */
export interface ControlFrame {
  readonly v: number;
  readonly type: 'control';
  readonly header: {
    readonly id: number;
    readonly room: string;
    readonly nick: string;
    readonly part: string;
  };
  readonly body: string;
}

export interface LeaveFrame {
  readonly v: number;
  readonly type: 'leave';
  readonly header: { readonly id: number; readonly room: string; readonly nick: string };
  readonly body?: { readonly proof: string };
}

export interface ListFrame {
  readonly v: number;
  readonly type: 'list';
  readonly header: { readonly id: number };
}

export type ReplyBody =
  | {
      readonly ok: true;
      readonly salt?: string;
      readonly roster?: readonly string[];
      readonly rooms?: readonly string[];
      readonly keys?: readonly AnnouncedKey[];
    }
  | { readonly ok: false; readonly error: string };

/** The relay's answer to the request `re` of this connection; 0 where the request had no readable id. */
export interface ReplyFrame {
  readonly v: number;
  readonly type: 'reply';
  readonly header: { readonly re: number; readonly to: string };
  readonly body: ReplyBody;
}

export type Request = JoinFrame | LeaveFrame | ListFrame | MessageFrame | ControlFrame;
export type Frame = Request | ReplyFrame;

/** The one encoding of a frame: JSON, members in the order of the types above, no space. */
export const encodeFrame = (frame: Frame): string => JSON.stringify(frame);

/** Reads a frame's text leniently, as any program on the way can: null where it is not one. */
export function readFrame(text: string): Frame | null {
  try {
    return asFrame(JSON.parse(text));
  } catch {
    return null;
  }
}

const REQUESTS = new Set(['join', 'leave', 'list', 'message', 'control']);

/** The coursework's idea of a check: the members that the program touches are there. Unknown members pass. */
export function asFrame(value: unknown): Frame | null {
  if (!isRecord(value) || typeof value.v !== 'number' || !isRecord(value.header)) return null;
  const { type, header, body } = value;
  if (type === 'reply')
    return typeof header.re === 'number' && isReplyBody(body) ? (value as unknown as Frame) : null;
  if (typeof type !== 'string' || !REQUESTS.has(type)) return null;
  if (type === 'list') return value as unknown as Frame;
  if (typeof header.room !== 'string' || typeof header.nick !== 'string') return null;
  if (type === 'message' && (typeof header.seq !== 'number' || typeof header.sent !== 'number')) return null;
  if (type === 'message' && (typeof body !== 'string' || typeof value.suite !== 'string')) return null;
  if (type === 'control' && (typeof body !== 'string' || typeof header.part !== 'string')) return null;
  return value as unknown as Frame;
}

/** Whoever relays chooses these types too: a salt or an error that is no text would throw where it is used. */
const isReplyBody = (body: unknown): boolean =>
  isRecord(body) &&
  (body.ok === true || typeof body.error === 'string') &&
  (body.salt === undefined || typeof body.salt === 'string') &&
  (body.roster === undefined || Array.isArray(body.roster)) &&
  (body.rooms === undefined || Array.isArray(body.rooms)) &&
  (body.keys === undefined || (Array.isArray(body.keys) && body.keys.every(isAnnouncedKey)));

const isAnnouncedKey = (entry: unknown): boolean =>
  isRecord(entry) && typeof entry.nick === 'string' && typeof entry.key === 'string';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
