/** Reading the relay's log back, in either of its formats, as far as it tells. */
import { createDecipheriv } from 'node:crypto';
import { encodeFrame } from '../../src/chat/wire.js';

/** One line; null where it does not tell. `size` is the body's, in bytes, told or measured. */
export interface LogLine {
  readonly event: string;
  readonly room: string | null;
  readonly nick: string | null;
  readonly body: string | null;
  readonly size: number | null;
  /** What else stands in the line, and its number: a digest may be salted with it. */
  readonly salts: readonly string[];
}

/** Every line that can be read. */
export const linesIn = (log: string): LogLine[] =>
  log.split('\n').flatMap((line, index) => (line.startsWith('{') ? asJson : asText)(line, index + 1) ?? []);

const TEXT = /^(\S+) (\S+) room=(\S+) nick=(\S+)(?: body=(.*))?$/;

function asText(line: string, number: number): LogLine | null {
  const [, time = '', event, room = null, nick = null, body = null] = TEXT.exec(line) ?? [];
  return event === undefined
    ? null
    : {
        event,
        room,
        nick,
        body,
        size: body === null ? null : Buffer.byteLength(body),
        salts: [`${number}`, time],
      };
}

function asJson(line: string, number: number): LogLine | null {
  try {
    const { event, room = null, nick = null, body = null, size = null, ...others } = JSON.parse(line);
    const salts = [...new Set([`${number}`, ...Object.values(others).map(String)])];
    return typeof event === 'string' ? { event, room, nick, body, size, salts } : null;
  } catch {
    return null;
  }
}

/** The lines about messages, in order. */
export const messagesIn = (log: string): LogLine[] => linesIn(log).filter(isMessage);

/** Whether a line is about a message. */
export const isMessage = ({ event }: LogLine): boolean => event === 'message';

/** One frame for each message whose body stands there; the log does not tell the number, so they are counted for each nick. */
export function asBodies(log: string): string[] {
  const counts = new Map<string, number>();
  return messagesIn(log).flatMap(({ room, nick, body }) => {
    if (room === null || nick === null || body === null) return [];
    const place = JSON.stringify([room, nick]);
    const seq = (counts.get(place) ?? 0) + 1;
    counts.set(place, seq);
    const header = { id: 0, room, nick, seq, sent: 0 };
    return [encodeFrame({ v: 1, type: 'message', header, suite: '', body })];
  });
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The log with every body opened that AES-256-GCM opens under the key found beside it (hex); as it is without one. */
export const openedWith = (log: string, key: string | null): string =>
  key === null ? log : log.replace(/body=([A-Za-z0-9+/]+=*)$/gm, (all, sealed) => opened(key, sealed) ?? all);

function opened(key: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const body = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return `body=${Buffer.concat([body, decipher.final()]).toString('utf8')}`;
  } catch {
    return null; // another cipher, or no ciphertext at all
  }
}
