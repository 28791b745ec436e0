import { describe, expect, test } from 'vitest';
import { expiryOnly, limits } from '../../src/defenses/limits.js';
import type { LogEntry, Session } from '../../src/model/defense.js';

const { admits, speaksAs, mayTake, overflows } = limits.settings!.limits as Required<
  NonNullable<NonNullable<typeof limits.settings>['limits']>
>;

const at = (room: string, nick: string): Session => ({ room, nick });
const ALICE = at('lab', 'alice');

describe('one more session', () => {
  const held = (count: number): Session[] => Array.from({ length: count }, (_, n) => at(`room${n}`, 'alice'));

  test.each([0, 1, 7])('is admitted to a connection that holds %i', (count) => {
    expect(admits(ALICE, held(count))).toBe(true);
  });

  test.each([8, 9, 100])('is refused to a connection that holds %i', (count) => {
    expect(admits(ALICE, held(count))).toBe(false);
  });
});

describe('a connection speaks as a session', () => {
  test.each<[string, Session[]]>([
    ['that is its only one', [ALICE]],
    ['that is the last of several', [at('other', 'alice'), at('third', 'alice'), ALICE]],
    ['that is the first of several', [ALICE, at('other', 'alice')]],
    ['that it holds twice', [ALICE, ALICE]],
  ])('%s', (_, held) => {
    expect(speaksAs(ALICE, held, held)).toBe(true);
  });

  test.each<[string, Session[]]>([
    ['while it holds none', []],
    ['of its nick in another room', [at('other', 'alice')]],
    ['of its room under another nick', [at('lab', 'mallory')]],
    ['whose room and nick it holds only apart', [at('lab', 'mallory'), at('other', 'alice')]],
    ['whose room and nick are the other way round', [at('alice', 'lab')]],
  ])('and not as one %s', (_, held) => {
    expect(speaksAs(ALICE, held, [ALICE, ...held])).toBe(false);
  });
});

describe('a free nick', () => {
  test.each<[string, Session[], Session[]]>([
    ['where nobody holds anything', [], []],
    ['where others hold other nicks', [], [at('lab', 'bob'), at('other', 'carol')]],
    ['where it is its own in another room', [at('other', 'alice')], [at('other', 'alice')]],
    ['where it is its own in two rooms', [at('a', 'alice'), at('b', 'alice')], [at('a', 'alice')]],
    ['where it holds this session already', [ALICE], [ALICE, at('lab', 'bob')]],
  ])('may be taken by a connection %s', (_, held, others) => {
    expect(mayTake(ALICE, held, [...held, ...others])).toBe(true);
  });

  test.each<[string, Session[], Session[]]>([
    ['to whom it is somebody’s in another room', [], [at('other', 'alice')]],
    ['to whom it is somebody’s among others', [], [at('lab', 'bob'), at('other', 'alice')]],
    ['that holds another nick', [at('lab', 'mallory')], []],
    ['that holds another nick in another room', [at('other', 'mallory')], []],
    ['that holds this nick and another', [at('a', 'alice'), at('b', 'mallory')], []],
  ])('may not be taken by a connection %s', (_, held, others) => {
    expect(mayTake(ALICE, held, [...held, ...others])).toBe(false);
  });
});

describe('what one slow reader may cost', () => {
  test.each([0, 1, 512 * 1024])('%i unsent bytes are kept', (unsent) => {
    expect(overflows(unsent, 1)).toBe(false);
  });

  test.each([512 * 1024 + 1, 2 ** 30])('%i unsent bytes are too many', (unsent) => {
    expect(overflows(unsent, 1)).toBe(true);
  });
});

describe('the other bounds', () => {
  test('are a frame of 128 KiB, no compression, members only, a ping each 10 s, and sessions that end with their connection', () => {
    expect(limits.settings!.limits).toMatchObject({
      maxPayload: 128 * 1024,
      noCompression: true,
      membersOnly: true,
      removesOnClose: true,
      heartbeat: 10,
    });
  });

  test('are none where sessions only expire', () => {
    expect(expiryOnly.settings).toEqual({ limits: { heartbeat: 10 } });
  });
});

describe('a line of the log', () => {
  const SAID: LogEntry = {
    time: '2026-01-01T00:00:00.000Z',
    event: 'message',
    room: 'lab',
    nick: 'alice',
    body: 'hello',
    size: 5,
  };
  const write = limits.settings!.relayLog!.writer(new Uint8Array(32));

  test('is the entry as one JSON object, and nothing is noted', () => {
    expect(write(SAID)).toEqual({ line: JSON.stringify(SAID) });
    expect(write({ ...SAID, nick: 'Zoë 李雷 👩🏽‍🚀 ~' })).not.toHaveProperty('act');
  });

  test.each([
    ['a line feed', '\n', '\\n'],
    ['a carriage return', '\r', '\\r'],
    ['an escape', '\u001b', '\\u001b'],
    ['a delete', '\u007f', '\\u007f'],
    ['a next line', '\u0085', '\\u0085'],
    ['the last of the C1 controls', '\u009f', '\\u009f'],
    ['a line separator', '\u2028', '\\u2028'],
    ['a right-to-left override', '\u202e', '\\u202e'],
    ['a right-to-left mark', '\u200f', '\\u200f'],
    ['an Arabic letter mark', '\u061c', '\\u061c'],
    ['a pop of an isolate', '\u2069', '\\u2069'],
  ])('has %s escaped, to be read back, and that is noted', (_, char, escaped) => {
    const entry = { ...SAID, nick: `eve${char}forged${char}` };
    const { line, act } = write(entry);
    expect(act).toBe('log-escaped');
    expect(line).toContain(`"nick":"eve${escaped}forged${escaped}"`);
    expect(line).not.toContain(char);
    expect(JSON.parse(line)).toEqual(entry);
  });

  test.each(['\u00a0', '\u2027', '\u202f', '\u2065', '\u206a'])(
    'leaves its neighbour %j as it is',
    (char) => {
      const entry = { ...SAID, body: char };
      expect(write(entry)).toEqual({ line: JSON.stringify(entry) });
    },
  );
});
