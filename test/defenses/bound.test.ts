import { describe, expect, test } from 'vitest';
import { bound } from '../../src/defenses/bound.js';
import { concat, fromUtf8, utf8 } from '../../src/model/bytes.js';
import type { MessageHeader, Opened } from '../../src/model/defense.js';
import { HEADER, layerOf, NOW } from '../support/sealed.js';

const REFUSED = { ok: false, code: 'context-mismatch' };
const HELLO = { ok: true, body: utf8('hello') };

const layer = layerOf(bound, 'bob');

const sealed = (header: Partial<MessageHeader> = {}, body = utf8('hello')): Uint8Array =>
  layer.seal(body, { header: { ...HEADER, ...header }, now: NOW });

const opened = (body: Uint8Array, header: Partial<MessageHeader> = {}): Opened =>
  layer.open(body, { header: { ...HEADER, ...header }, now: NOW });

describe('a bound message', () => {
  test.each([
    ['in the room, under the nick and at the place of its sealing', {}],
    ['in a room and under a nick of other alphabets', { room: 'café', nick: '李.雷' }],
    ['at the last place that counts', { seq: Number.MAX_SAFE_INTEGER }],
  ])('opens %s', (_, header) => {
    expect(opened(sealed(header), header)).toEqual(HELLO);
  });

  test('may hold anything at all, full stops and bytes that are no text too', () => {
    const body = Uint8Array.of(0xff, 0x2e, 0x00, 0x2e);
    expect(opened(sealed({}, body))).toEqual({ ok: true, body });
    expect(opened(sealed({}, utf8('')))).toEqual({ ok: true, body: utf8('') });
  });

  test('carries the context as padded base64url of three fields, each behind its length', () => {
    const context = Buffer.from('\0\0\0\x03lab\0\0\0\x05alice\0\0\0\x011').toString('base64url');
    expect(context.length % 4).toBe(0); // no padding to add
    expect(fromUtf8(sealed())).toBe(`${context}.hello`);
  });

  test.each([
    ['in another room', { room: 'elsewhere' }],
    ['under another nick', { nick: 'carol' }],
    ['at the next place', { seq: 2 }],
    ['at the place before', { seq: 0 }],
    ['under a nick that only begins alike', { nick: 'alic' }],
    ['in a room of another case', { room: 'Lab' }],
  ])('is refused %s: context-mismatch', (_, header) => {
    expect(opened(sealed(), header)).toEqual(REFUSED);
    expect(opened(sealed(header))).toEqual(REFUSED);
    expect(opened(sealed(header), header)).toEqual(HELLO);
  });

  test.each<[string, Partial<MessageHeader>, Partial<MessageHeader>]>([
    ['from room to nick', { room: 'ab', nick: 'c' }, { room: 'a', nick: 'bc' }],
    ['from nick to place', { nick: 'bob1', seq: 1 }, { nick: 'bob', seq: 11 }],
  ])('is refused where letters were moved %s', (_, one, other) => {
    expect(opened(sealed(one), other)).toEqual(REFUSED);
    expect(opened(sealed(other), one)).toEqual(REFUSED);
    expect(opened(sealed(one), one)).toEqual(HELLO);
  });

  test('opens at another time of sending: that is not bound', () => {
    expect(opened(sealed(), { sent: NOW + 1 })).toEqual(HELLO);
  });
});

describe('a body without the right context is refused: context-mismatch', () => {
  const context = sealed({}, utf8('')).subarray(0, -1);

  test.each<[string, Uint8Array]>([
    ['nothing at all', utf8('')],
    ['no full stop', utf8('hello')],
    ['the context and no full stop', context],
    ['an empty context', utf8('.hello')],
    ['a context of bytes that are no text', Uint8Array.of(0xff, 0x2e, 0x61)],
    ['the context with a space behind it', concat(context, utf8(' .hello'))],
    ['the context without its first letter', concat(context.subarray(1), utf8('.hello'))],
    ['the context twice', concat(context, context, utf8('.hello'))],
  ])('%s', (_, body) => {
    expect(opened(body)).toEqual(REFUSED);
    expect(opened(concat(context, utf8('.hello')))).toEqual(HELLO);
  });
});
