import { createDecipheriv, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { logEncryption, logRedaction } from '../../src/defenses/log-redaction.js';
import { lengthPrefixed } from '../../src/model/bytes.js';
import type { LogEntry, Part } from '../../src/model/defense.js';

const KEY = new Uint8Array(32).fill(1);
const TIME = '2026-01-01T00:00:00.000Z';
const SAID: LogEntry = {
  time: TIME,
  event: 'message',
  room: 'lab',
  nick: 'alice',
  body: 'the door code',
  size: 13,
};

/** The lines that a part's log has for these entries. */
function linesOf(part: Part, entries: readonly LogEntry[], key = KEY): string[] {
  const write = part.settings!.relayLog!.writer(key);
  return entries.map((entry) => write(entry).line);
}

describe('the redacted log', () => {
  test('tells time, event and size, and neither names nor words', () => {
    const [line] = linesOf(logRedaction, [SAID]);
    expect(JSON.parse(line!)).toMatchObject({ time: TIME, event: 'message', size: 13 });
    for (const word of ['lab', 'alice', 'door']) expect(line).not.toContain(word);
  });

  test('says nothing twice of the same author and room', () => {
    const read = linesOf(logRedaction, [SAID, SAID]).map((line) => JSON.parse(line));
    expect(read[0].nick).not.toBe(read[1].nick);
    expect(read[0].room).not.toBe(read[1].room);
  });

  test('a nick that is a room’s name has another digest', () => {
    const [line] = linesOf(logRedaction, [{ ...SAID, nick: 'lab' }]);
    const { room, nick } = JSON.parse(line!);
    expect(room).not.toBe(nick);
  });

  test('whoever has the key finds a name again, whoever has another does not', () => {
    const [line] = linesOf(logRedaction, [SAID]);
    expect(linesOf(logRedaction, [SAID])).toEqual([line]);
    expect(linesOf(logRedaction, [SAID], new Uint8Array(32))).not.toEqual([line]);
  });

  test('notes that it kept a line break out, and nothing where there was none', () => {
    const write = logRedaction.settings!.relayLog!.writer(KEY);
    expect(write({ ...SAID, nick: 'eve\nforged' })).toMatchObject({ act: 'log-redacted' });
    expect(write(SAID)).not.toHaveProperty('act');
  });
});

describe('a redacted line', () => {
  /** The digest, computed here on its own: HMAC-SHA256 over the line's number, the kind and the name, cut to 12 bytes. */
  const digestOf = (number: number, kind: string, name: string): string =>
    createHmac('sha256', KEY)
      .update(lengthPrefixed('mallory/v1/log', String(number), kind, name))
      .digest('hex')
      .slice(0, 24);

  test('has these fields and no other, and digests under the number of the line', () => {
    const read = linesOf(logRedaction, [SAID, SAID]).map((line) => JSON.parse(line));
    for (const [index, entry] of read.entries())
      expect(entry).toEqual({
        time: TIME,
        number: index + 1,
        event: 'message',
        room: digestOf(index + 1, 'room', 'lab'),
        nick: digestOf(index + 1, 'nick', 'alice'),
        size: 13,
      });
  });

  test('counts the lines of its own writer alone', () => {
    const [first] = linesOf(logRedaction, [SAID]);
    const [again, second] = linesOf(logRedaction, [SAID, SAID]);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  test.each<[string, Partial<LogEntry>, object]>([
    ['nothing', {}, {}],
    ['a room', { room: 'lab' }, { room: digestOf(1, 'room', 'lab') }],
    ['a nick', { nick: 'alice' }, { nick: digestOf(1, 'nick', 'alice') }],
    ['an empty nick', { nick: '' }, { nick: digestOf(1, 'nick', '') }],
    ['a size', { size: 0 }, { size: 0 }],
    ['an error', { error: 'malformed-frame' }, { error: 'malformed-frame' }],
    ['a body', { body: 'the door code' }, {}],
  ])('of an entry with %s tells that, and is silent of what was not there', (_, given, told) => {
    const [line] = linesOf(logRedaction, [{ time: TIME, event: 'join', ...given }]);
    expect(JSON.parse(line!)).toEqual({ time: TIME, number: 1, event: 'join', ...told });
  });
});

describe('the encrypted log', () => {
  const opened = (body: string): string => {
    const sealed = Buffer.from(body, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', KEY, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString();
  };

  test('hides the body from who has no key, and not from who finds it beside the log', () => {
    const [line] = linesOf(logEncryption, [SAID]);
    expect(line).not.toContain('door');
    expect(opened(/body=(\S+)$/.exec(line!)![1]!)).toBe('the door code');
  });

  test.each(['', 'é 李雷 👩🏽‍🚀', 'two\nlines'])('encrypts the body %j, in one line', (body) => {
    const [line] = linesOf(logEncryption, [{ ...SAID, body }]);
    const [head, sealed] = line!.split(' body=');
    expect(head).toBe(`${TIME} message room=lab nick=alice`);
    expect(opened(sealed!)).toBe(body);
  });

  test.each<[string, Partial<LogEntry>, string]>([
    ['an error', { error: 'malformed-frame' }, `${TIME} join room=lab nick=alice malformed-frame`],
    ['neither body nor error', {}, `${TIME} join room=lab nick=alice`],
  ])('tells in clear, and without a space at its end, of an entry with %s', (_, given, line) => {
    const entry: LogEntry = { time: TIME, event: 'join', room: 'lab', nick: 'alice', ...given };
    expect(linesOf(logEncryption, [entry])).toEqual([line]);
  });

  test('never encrypts two bodies alike', () => {
    expect(new Set(linesOf(logEncryption, [SAID, SAID, SAID])).size).toBe(3);
  });
});
