/** Choosing messages of the conversation, and frames of them, by what stands clear on the wire. */
import { encodeFrame, type MessageFrame, readFrame, WIRE_VERSION } from '../src/chat/wire.js';
import type { Forwarding, Said, SecretLine } from '../src/model/attack.js';

/** A request number above those that a program has used for joining rooms. */
const ID = 100;

export type Place = 'first' | 'middle' | 'last';
export const PLACES: readonly Place[] = ['first', 'middle', 'last'];

/** Alice's first, middle or last predictable message. */
export function aliceSaid(known: readonly Said[], place: Place): Said {
  const lines = known.filter((line) => line.author === 'alice');
  const index = place === 'first' ? 0 : place === 'last' ? lines.length - 1 : Math.floor(lines.length / 2);
  return lines[index]!;
}

/** The frame as a message, or null. */
export function asMessage(bytes: string): MessageFrame | null {
  const frame = readFrame(bytes);
  return frame?.type === 'message' ? frame : null;
}

/** Whether the frame carries this line, going by its header. */
export const carries = ({ header }: MessageFrame, line: Pick<Said, 'author' | 'room' | 'seq'>): boolean =>
  header.nick === line.author && header.room === line.room && header.seq === line.seq;

/** The frame carrying this line, or null. */
export function messageOf(bytes: string, line: Pick<Said, 'author' | 'room' | 'seq'>): MessageFrame | null {
  const message = asMessage(bytes);
  return message && carries(message, line) ? message : null;
}

/** The bytes that a program seals for a text. */
export const messageBytes = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(JSON.stringify({ text })));

/** The secret's line, its digits blotted out. */
export const withUnknown = ({ before, length, after }: SecretLine): string =>
  before + '?'.repeat(length) + after;

/** A message frame of one's own. */
export const messageFrame = (
  suite: string,
  header: Omit<MessageFrame['header'], 'id'>,
  body: string,
): string => encodeFrame({ v: WIRE_VERSION, type: 'message', header: { id: ID, ...header }, suite, body });

/** Whether the frame is what a part in another member's program says of its own: a heartbeat, a key. */
export function isWord({ to, bytes }: Forwarding): boolean {
  const frame = readFrame(bytes);
  return frame?.type === 'control' && frame.header.nick !== to;
}

/** The word in a signed control frame, whoever signed it; null where there is none that can be read. */
export function wordOf(bytes: string): Readonly<Record<string, unknown>> | null {
  const frame = readFrame(bytes);
  if (frame?.type !== 'control') return null;
  try {
    return JSON.parse(Buffer.from(frame.body.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    return null; // a part that writes otherwise
  }
}

/** The same frame with another body. */
export const withBody = (frame: MessageFrame, body: string): string => encodeFrame({ ...frame, body });

/** The same frame with another header. */
export const withHeader = (frame: MessageFrame, header: Partial<MessageFrame['header']>): string =>
  encodeFrame({ ...frame, header: { ...frame.header, ...header } });

/**
 * How far the number of a copy is off: by one, beyond a short talk, by the whole range of a counter of one, two, four or
 * six bytes, of four or six digits, whose low end is the same, and by fractions, which a program that reads whole
 * numbers, rounded numbers or some digits of a number does not see.
 */
const JUMPS = [50, 1, 2 ** 8, 2 ** 16, 2 ** 32, 2 ** 48, 1e4, 1e6, 0.5, 0.25, 1e-9] as const;

/** Numbers of no message: before the first. */
const NO_PLACES = [0, -1] as const;

/** The numbers under which a copy may pass for another message; the one beyond a short talk first. */
export const otherNumbers = (seq: number): readonly number[] => [
  ...JUMPS.map((jump) => seq + jump),
  ...NO_PLACES,
];

/** The header with its number and time cut elsewhere: written behind one another without a separator they read as before. */
export function recut({ seq, sent }: MessageFrame['header']): Pick<MessageFrame['header'], 'seq' | 'sent'> {
  const [first, ...rest] = String(sent);
  return { seq: Number(`${seq}${first}`), sent: Number(rest.join('')) };
}

/** The nick with a capital: who folds names takes it for the same, who compares letters does not. */
export const capitalised = (nick: string): string => nick.charAt(0).toUpperCase() + nick.slice(1);
