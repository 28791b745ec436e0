/** Reading the relay's log back: its own two formats as far as they tell, and any other by the words in its lines. */
import { createDecipheriv } from 'node:crypto';
import { encodeFrame } from '../../src/chat/wire.js';

/** One line; null where it does not tell. `size` is the body's, in bytes, told or measured. */
export interface LogLine {
  /** What it speaks of; empty where it is none of the words that the relay has for it. */
  readonly event: string;
  readonly room: string | null;
  readonly nick: string | null;
  readonly body: string | null;
  readonly size: number | null;
  /** What else stands in the line, and its number: a digest may be salted with it. */
  readonly salts: readonly string[];
  readonly time: string;
  /** The line without its body. */
  readonly text: string;
}

/** Every line. */
export const linesIn = (log: string): LogLine[] =>
  log.split('\n').flatMap((line, index) => (line === '' ? [] : readLine(line, index + 1)));

const readLine = (line: string, number: number): LogLine =>
  (line.startsWith('{') ? asJson : asText)(line, number) ?? asAny(line, number);

const TEXT = /^(\S+) (\S+) room=(\S+) nick=(\S+)(?: body=(.*))?$/;

function asText(line: string, number: number): LogLine | null {
  const [, time = '', event, room = null, nick = null, body = null] = TEXT.exec(line) ?? [];
  if (event === undefined) return null;
  const size = body === null ? null : Buffer.byteLength(body);
  const text = body === null ? line : line.slice(0, line.length - body.length);
  return { event, room, nick, body, size, salts: [`${number}`, time], time, text };
}

function asJson(line: string, number: number): LogLine | null {
  try {
    const leaves = new Map(leavesOf(JSON.parse(line)));
    const take = <T>(name: string, type: string): T | null => {
      const value = leaves.get(name);
      if (typeof value !== type) return null;
      leaves.delete(name);
      return value as T;
    };
    const event = take<string>('event', 'string') ?? eventIn(line);
    const [room, nick, body] = ['room', 'nick', 'body'].map((name) => take<string>(name, 'string'));
    const size = take<number>('size', 'number') ?? (body ? Buffer.byteLength(body) : null);
    const salts = [...new Set([`${number}`, ...[...leaves.values()].map(String)])];
    const text = body ? line.replace(JSON.stringify(body), '""') : line;
    return {
      event,
      room: room ?? null,
      nick: nick ?? null,
      body: body ?? null,
      size,
      salts,
      time: String(leaves.get('time') ?? ''),
      text,
    };
  } catch {
    return null;
  }
}

/** Names and values, however deep; of two with one name the last. */
const leavesOf = (value: object): [string, unknown][] =>
  Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null ? leavesOf(inner) : [[name, inner] as [string, unknown]],
  );

/** A line of another format: the form of its words is all there is to go by. */
function asAny(line: string, number: number): LogLine {
  const [time = ''] = line.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/) ?? [];
  const salts = [`${number}`, ...wordsOf(line)];
  return { event: eventIn(line), room: null, nick: null, body: null, size: null, salts, time, text: line };
}

/** What the relay writes lines about; what it refused is not told to anybody. */
const EVENTS = ['refused', 'message', 'join', 'leave'];

const eventIn = (line: string): string => EVENTS.find((event) => wordsOf(line).includes(event)) ?? '';

/** The words of a line: whatever stands between spaces and punctuation. */
export const wordsOf = (line: string): string[] => line.match(/[\w+/=-]+/g) ?? [];

/** The lines about messages, in order: those that say so, or else all that do not speak of something different. */
export function aboutMessages(lines: readonly LogLine[]): LogLine[] {
  const told = lines.filter(({ event }) => event === 'message');
  return told.length > 0 ? told : lines.filter(({ event }) => !EVENTS.includes(event));
}

/** The lines of a log about messages. */
export const messagesIn = (log: string): LogLine[] => aboutMessages(linesIn(log));

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
