import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeMessage, revivingCodec, screened, strictCodec } from '../../src/chat/codec.js';
import { MARKER } from '../../src/chat/reviving.js';
import { encodeFrame, readFrame } from '../../src/chat/wire.js';
import { frames } from '../support/chat.js';

const naive = revivingCodec(() => null);

describe('the coursework’s codec', () => {
  test.each([frames.join('alice'), frames.leave('alice'), frames.list(), frames.message('alice')])(
    'reads an honest $type as it was written',
    (frame) => expect(naive.frame(encodeFrame(frame))).toEqual({ ok: true, value: frame }),
  );

  test.each([
    'not json',
    '[]',
    'null',
    '7',
    '{}',
    '{"v":"1","type":"list","header":{}}',
    '{"v":1,"type":"list"}',
    '{"v":1,"type":"list","header":[]}',
    '{"v":1,"type":"shutdown","header":{}}',
    '{"v":1,"type":"join","header":{"room":"lab"}}',
    '{"v":1,"type":"join","header":{"room":1,"nick":"alice"}}',
    '{"v":1,"type":"message","header":{"room":"lab","nick":"a","seq":1,"sent":1},"suite":"none","body":{}}',
    '{"v":1,"type":"message","header":{"room":"lab","nick":"a","seq":1,"sent":1},"body":"x"}',
    '{"v":1,"type":"message","header":{"room":"lab","nick":"a","seq":{"toString":1},"sent":1},"suite":"none","body":"x"}',
    '{"v":1,"type":"reply","header":{"re":1,"to":"x"}}',
    '{"v":1,"type":"reply","header":{"re":"1","to":"x"},"body":{"ok":true}}',
    '{"v":1,"type":"reply","header":{"re":1,"to":"x"},"body":{"ok":false}}',
    '{"v":1,"type":"reply","header":{"re":1,"to":"x"},"body":{"ok":false,"error":{"toString":1,"valueOf":1}}}',
    '{"v":1,"type":"reply","header":{"re":1,"to":"x"},"body":{"ok":true,"salt":7}}',
    '{"v":1,"type":"reply","header":{"re":1,"to":"x"},"body":{"ok":true,"roster":"alice"}}',
  ])('%s is no frame: malformed-frame', (text) => {
    expect(naive.frame(text)).toEqual({ ok: false, code: 'malformed-frame' });
    expect(readFrame(text)).toBeNull();
  });

  test('what the program does not touch, it does not look at: unknown members pass', () => {
    const frame = { ...frames.list(), extra: 1 };
    expect(naive.frame(JSON.stringify(frame))).toEqual({ ok: true, value: frame });
    expect(strictCodec.frame(JSON.stringify(frame))).toEqual({ ok: false, code: 'schema' });
  });

  test('a marked text is handed over with its frame, and what comes back takes its place', () => {
    const seen: string[][] = [];
    const codec = revivingCodec((source, whole) => seen.push([source, whole]));
    const text = JSON.stringify({ ...frames.list(), extra: `${MARKER}function(){}` });
    expect(codec.frame(text)).toMatchObject({ ok: true, value: { extra: 1 } });
    expect(seen).toEqual([['function(){}', text]]);
  });

  test('the strict codec never revives: the marked text is an unknown member like any other', () => {
    const marked = `${MARKER}function(){ globalThis.executed = true }()`;
    expect(strictCodec.frame(JSON.stringify({ ...frames.list(), extra: marked }))).toEqual({
      ok: false,
      code: 'schema',
    });
    expect(strictCodec.message(encodeMessage(marked))).toEqual({ ok: true, value: { text: marked } });
    expect(globalThis).not.toHaveProperty('executed');
  });

  test('a reviver that throws is answered like a text that is no frame', () => {
    const codec = revivingCodec(() => {
      throw new Error('boom');
    });
    const text = JSON.stringify({ ...frames.list(), extra: MARKER });
    expect(codec.frame(text)).toEqual({ ok: false, code: 'malformed-frame' });
    expect(codec.message(text)).toEqual({ ok: false, code: 'malformed-body' });
  });

  test('a bomb of brackets is answered, not suffered', () => {
    const bomb = '['.repeat(50_000) + ']'.repeat(50_000);
    expect(naive.frame(bomb)).toEqual({ ok: false, code: 'malformed-frame' });
    expect(naive.message(bomb)).toEqual({ ok: false, code: 'malformed-body' });
  });

  test('any JSON and any text gives a frame or a code, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        for (const codec of [naive, strictCodec])
          expect([codec.frame(text).ok, codec.message(text).ok]).not.toContain(undefined);
      }),
      { numRuns: 500 },
    );
  });

  test('messages round-trip whatever their text, marks of code apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(naive.message(encodeMessage(text))).toEqual({ ok: true, value: { text } });
      }),
    );
  });
});

describe('a screened codec', () => {
  const picky = screened(strictCodec, (text) => (text.includes('list') ? 'schema' : null));

  test('refuses what the screen refuses and decodes the rest', () => {
    expect(picky.frame(encodeFrame(frames.list()))).toEqual({ ok: false, code: 'schema' });
    expect(picky.frame(encodeFrame(frames.leave('alice')))).toMatchObject({ ok: true });
  });

  test('keeps the limits and the messages of the codec behind it', () => {
    expect(picky.maxBytes).toBe(strictCodec.maxBytes);
    expect(picky.message(encodeMessage('list'))).toEqual({ ok: true, value: { text: 'list' } });
  });
});
