import { createDecipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { logEncryption, logRedaction } from '../../src/defenses/log-redaction.js';
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

describe('the encrypted log', () => {
  test('hides the body from who has no key, and not from who finds it beside the log', () => {
    const [line] = linesOf(logEncryption, [SAID]);
    expect(line).not.toContain('door');
    const sealed = Buffer.from(/body=(\S+)$/.exec(line!)![1]!, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', KEY, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    expect(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString()).toBe(
      'the door code',
    );
  });

  test('never encrypts two bodies alike', () => {
    expect(new Set(linesOf(logEncryption, [SAID, SAID, SAID])).size).toBe(3);
  });
});
