/** Choosing messages of the conversation, and frames of them, by what stands clear on the wire. */
import { encodeFrame, type MessageFrame, readFrame, WIRE_VERSION } from '../src/chat/wire.js';
import type { Said } from '../src/model/attack.js';

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

/** A message frame of one's own. */
export const messageFrame = (
  suite: string,
  header: Omit<MessageFrame['header'], 'id'>,
  body: string,
): string => encodeFrame({ v: WIRE_VERSION, type: 'message', header: { id: ID, ...header }, suite, body });

/** The same frame with another body. */
export const withBody = (frame: MessageFrame, body: string): string => encodeFrame({ ...frame, body });

/** The same frame with another header. */
export const withHeader = (frame: MessageFrame, header: Partial<MessageFrame['header']>): string =>
  encodeFrame({ ...frame, header: { ...frame.header, ...header } });
