import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeMessage } from '../../src/chat/codec.js';
import { decodeStrictFrame, decodeStrictMessage, MAX_FRAME } from '../../src/chat/strict.js';
import { encodeFrame, type Frame } from '../../src/chat/wire.js';
import { frames, SALT } from '../support/chat.js';

const HONEST: Record<string, Frame> = {
  join: frames.join('alice'),
  leave: frames.leave('alice'),
  list: frames.list(),
  control: frames.control('alice'),
  message: frames.message('alice'),
  'a reply with a roster': {
    v: 1,
    type: 'reply',
    header: { re: 1, to: 'join' },
    body: { ok: true, salt: SALT, roster: ['alice', 'bob'] },
  },
  'a reply with rooms': { v: 1, type: 'reply', header: { re: 1, to: 'list' }, body: { ok: true, rooms: [] } },
  'a bare reply': { v: 1, type: 'reply', header: { re: 1, to: 'message' }, body: { ok: true } },
  'a refusal': {
    v: 1,
    type: 'reply',
    header: { re: 0, to: 'unknown' },
    body: { ok: false, error: 'malformed-frame' },
  },
};

type Tree = { [member: string]: unknown };
const code = (text: string): string => {
  const decoded = decodeStrictFrame(text);
  return decoded.ok ? 'accepted' : decoded.code;
};
const messageCode = (text: string): string => {
  const decoded = decodeStrictMessage(text);
  return decoded.ok ? 'accepted' : decoded.code;
};

/** The paths of all objects in a value, the root first. */
function objectsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [path, ...Object.entries(value).flatMap(([key, item]) => objectsIn(item, [...path, key]))];
}

/** A copy of a frame in which the object at `path` was changed. */
function changed(frame: Frame, path: readonly string[], change: (object: Tree) => void): Tree {
  const copy = structuredClone(frame) as unknown as Tree;
  change(path.reduce<Tree>((object, key) => object[key] as Tree, copy));
  return copy;
}

const MEMBERS = Object.entries(HONEST).flatMap(([name, frame]) =>
  objectsIn(frame).flatMap((path) =>
    Object.keys(path.reduce<Tree>((object, key) => object[key] as Tree, frame as unknown as Tree)).map(
      (member) => ({ name, frame, path, member }),
    ),
  ),
);
const OBJECTS = Object.entries(HONEST).flatMap(([name, frame]) =>
  objectsIn(frame).map((path) => ({ name, frame, path })),
);
const OPTIONAL = new Set(['salt', 'roster', 'rooms']);

describe('honest frames', () => {
  test.each(Object.entries(HONEST))('%s reads back as it was written', (_, frame) => {
    expect(decodeStrictFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
  });

  test('so does any message of any well-formed text', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (body, id, seq) => {
        const frame: Frame = {
          ...frames.message('alice'),
          body,
          header: { ...frames.message('alice').header, id, seq },
        };
        expect(decodeStrictFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
        expect(decodeStrictMessage(encodeMessage(body))).toEqual({ ok: true, value: { text: body } });
      }),
    );
  });

  test('every object of the result stands on a null prototype, so that no merge reaches Object.prototype', () => {
    for (const frame of Object.values(HONEST)) {
      const decoded = decodeStrictFrame(encodeFrame(frame));
      const walk = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        if (!Array.isArray(value)) expect(Object.getPrototypeOf(value)).toBeNull();
        Object.values(value).forEach(walk);
      };
      expect(decoded.ok).toBe(true);
      if (decoded.ok) walk(decoded.value);
    }
    const message = decodeStrictMessage('{"text":"x"}');
    expect(message.ok && Object.getPrototypeOf(message.value)).toBeNull();
  });
});

describe('the schema', () => {
  test.each(
    MEMBERS.filter(
      ({ frame, path, member }) => !(frame.type === 'reply' && path[0] === 'body' && OPTIONAL.has(member)),
    ),
  )('$name without $path $member is refused: schema', ({ frame, path, member }) => {
    const without = changed(frame, path, (object) => delete object[member]);
    expect(code(JSON.stringify(without))).toBe('schema');
  });

  test.each(MEMBERS)(
    '$name with a wrong type for $path $member is refused: schema',
    ({ frame, path, member }) => {
      const honest = path.reduce<Tree>((object, key) => object[key] as Tree, frame as unknown as Tree)[
        member
      ];
      for (const wrong of [null, true, 7, '', 'x\n', [], {}, [1], { a: 1 }, -1, 0.5, 2 ** 53]) {
        if (isHonestFor(member, wrong)) continue;
        const bad = changed(frame, path, (object) => Object.assign(object, { [member]: wrong }));
        expect([wrong, code(JSON.stringify(bad))]).toEqual([wrong, 'schema']);
      }
      expect(honest).toBeDefined();
    },
  );

  test.each(OBJECTS)('$name with an unknown member in $path is refused: schema', ({ frame, path }) => {
    for (const member of ['extra', 'Id', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '']) {
      const more = changed(frame, path, (object) => Object.assign(object, { [member]: 1 }));
      expect([member, code(JSON.stringify(more))]).toEqual([member, 'schema']);
    }
  });

  test.each(OBJECTS)(
    '$name with `__proto__` as a member of $path is refused and pollutes nothing',
    ({ frame, path }) => {
      for (const value of ['{"polluted":true}', 'null', '1', '{"id":1,"room":"lab","nick":"alice"}']) {
        const marked = JSON.stringify(changed(frame, path, (object) => Object.assign(object, { MARK: 0 })));
        const text = marked.replace('"MARK":0', `"__proto__":${value}`);
        expect(JSON.parse(text)).toBeTypeOf('object');
        expect([value, code(text)]).toEqual([value, 'schema']);
      }
      expect(({} as Tree).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test('members are not taken from a `__proto__` that stands in their place', () => {
    expect(code('{"__proto__":{"v":1,"type":"list","header":{"id":1}}}')).toBe('schema');
    expect(code('{"v":1,"type":"list","header":{"__proto__":{"id":1}}}')).toBe('schema');
    expect(code('{"v":1,"type":"list","header":{"id":1}}')).toBe('accepted');
    expect(messageCode('{"__proto__":{"text":"x"}}')).toBe('schema');
  });

  test.each([
    'null',
    'true',
    '7',
    '"list"',
    '[]',
    '[{}]',
    '{}',
    '{"type":"list"}',
    '{"v":1,"type":"shutdown","header":{"id":1}}',
  ])('%s is no frame: schema', (text) => expect(code(text)).toBe('schema'));

  test.each([
    ['a nick of 32 letters', 'n'.repeat(32), 'accepted'],
    ['a nick of 33 letters', 'n'.repeat(33), 'schema'],
    ['letters and digits of any script', 'аліса_٣-é', 'accepted'],
    ['a space', 'al ice', 'schema'],
    ['a line break at the end', 'alice\n', 'schema'],
    ['a zero-width joiner', 'al\u200dice', 'schema'],
    ['an emoji', '👩', 'schema'],
    ['the empty text', '', 'schema'],
  ])('a nick of %s: %s → %s', (_, nick, expected) => {
    expect(code(encodeFrame(frames.leave(nick)))).toBe(expected);
  });

  test.each([
    ['16 bytes', SALT, 'accepted'],
    ['15 bytes', Buffer.alloc(15).toString('base64'), 'schema'],
    ['17 bytes', Buffer.alloc(17).toString('base64'), 'schema'],
    ['16 bytes in the other alphabet', `${'_'.repeat(22)}==`, 'schema'],
  ])('a salt of %s: %s → %s', (_, salt, expected) => {
    expect(code(JSON.stringify({ ...frames.join('alice'), body: { salt } }))).toBe(expected);
  });

  test('a body’s unknown, missing or wrong-typed member is refused as well: schema', () => {
    for (const text of [
      '{}',
      '{"text":1}',
      '{"text":null}',
      '{"text":"x","more":1}',
      '["text"]',
      '"x"',
      'null',
      '{"text":["x"]}',
    ])
      expect([text, messageCode(text)]).toEqual([text, 'schema']);
    expect(messageCode('{"text":"x"}')).toBe('accepted');
  });

  test('so is a control frame whose body has no UTF-8 form, and its well-formed twin is not', () => {
    expect(code(encodeFrame({ ...frames.control('alice'), body: '\udfff' }))).toBe('schema');
    expect(code(encodeFrame({ ...frames.control('alice'), body: '\ufffd' }))).toBe('accepted');
  });

  test('a text with a lone surrogate is refused though JSON can escape it: nothing else is U+FFFD’s twin', () => {
    expect(messageCode('{"text":"\\ud800"}')).toBe('schema');
    expect(messageCode('{"text":"\\udc00\\ud800"}')).toBe('schema');
    expect(messageCode('{"text":"\ufffd"}')).toBe('accepted');
    expect(messageCode('{"text":"\ud83d\ude00"}')).toBe('accepted');
    expect(code(encodeFrame(frames.message('alice')))).toBe('accepted');
    expect(code(encodeFrame({ ...frames.message('alice'), body: '\ud800' }))).toBe('schema');
  });
});

/** Wrong types that are right for some member. */
function isHonestFor(member: string, value: unknown): boolean {
  if (member === 'v') return typeof value === 'number';
  if (['id', 're', 'seq', 'sent'].includes(member)) return value === 7;
  if (['roster', 'rooms'].includes(member)) return Array.isArray(value) && value.length === 0;
  if (['body', 'to', 'error'].includes(member)) return typeof value === 'string';
  return member === 'ok' && value === true;
}

describe('one value, one encoding', () => {
  const LIST = '{"v":1,"type":"list","header":{"id":10}}';

  test.each([
    ['a space', '{"v":1, "type":"list","header":{"id":10}}'],
    ['a line break at the end', `${LIST}\n`],
    ['a space at the start', ` ${LIST}`],
    ['another order of members', '{"type":"list","v":1,"header":{"id":10}}'],
    ['a duplicate member', '{"v":1,"type":"list","type":"list","header":{"id":10}}'],
    ['a duplicate member whose first value lies', '{"v":1,"type":"list","header":{"id":11,"id":10}}'],
    ['an exponent', '{"v":1,"type":"list","header":{"id":1e1}}'],
    ['an exponent of zero', '{"v":1e0,"type":"list","header":{"id":10}}'],
    ['a fraction of zero', '{"v":1.0,"type":"list","header":{"id":10}}'],
    ['minus zero', '{"v":1,"type":"list","header":{"id":-0}}'],
    ['an escaped letter', '{"v":1,"type":"\\u006cist","header":{"id":10}}'],
    ['an escaped member', '{"v":1,"type":"list","header":{"\\u0069d":10}}'],
    ['a number beyond all numbers', '{"v":1e999,"type":"list","header":{"id":10}}'],
    ['a number that rounds', '{"v":1.00000000000000000001,"type":"list","header":{"id":10}}'],
  ])('%s is refused: not-canonical', (_, text) => {
    expect(JSON.parse(text)).toBeTypeOf('object'); // it is JSON all the same
    expect(code(text)).toBe('not-canonical');
  });

  test('the canonical twin of all of these is accepted', () => {
    expect(code(LIST)).toBe('accepted');
  });

  test('of a duplicate member that breaks the schema, the schema speaks first', () => {
    expect(code('{"v":1,"type":"list","header":{"id":10,"id":"x"}}')).toBe('schema');
  });

  test.each([
    '{"text":"\\u0068ello"}',
    '{"text":"hello" }',
    '{"text":"a","text":"hello"}',
    '{"text":"\\/"}',
    '{"text":"\\u001F"}',
    '{"text":"\\u000a"}',
  ])('a body %s is refused: not-canonical', (text) => {
    expect(JSON.parse(text)).toHaveProperty('text');
    expect(messageCode(text)).toBe('not-canonical');
    expect(messageCode(JSON.stringify(JSON.parse(text)))).toBe('accepted');
  });

  test('a raw lone surrogate, which no bytes can carry, is refused too', () => {
    expect(messageCode('{"text":"\ud800"}')).not.toBe('accepted');
  });

  test('whatever is accepted is the one text of its value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const decoded = decodeStrictMessage(text);
        if (decoded.ok) expect(JSON.stringify(decoded.value)).toBe(text);
      }),
    );
  });
});

describe('size and depth', () => {
  const bodyOf = (bytes: number, unit = 'x'): string => {
    const empty = encodeFrame({ ...frames.message('alice'), body: '' });
    return encodeFrame({
      ...frames.message('alice'),
      body: unit.repeat((bytes - empty.length) / Buffer.byteLength(unit)),
    });
  };

  test('a frame of 128 KiB is read, one byte more is over-size', () => {
    expect(bodyOf(MAX_FRAME)).toHaveLength(128 * 1024);
    expect([code(bodyOf(MAX_FRAME)), code(bodyOf(MAX_FRAME + 1))]).toEqual(['accepted', 'over-size']);
  });

  test('the limit counts bytes, not characters', () => {
    const text = bodyOf(MAX_FRAME + 1000, '€');
    expect([text.length < MAX_FRAME, code(text)]).toEqual([true, 'over-size']);
  });

  test('the size is checked before anything is parsed: an over-size text that is no JSON is over-size', () => {
    expect(code('x'.repeat(MAX_FRAME + 1))).toBe('over-size');
    expect(code('x'.repeat(MAX_FRAME))).toBe('malformed-frame');
    expect(messageCode(`{"text":"${'x'.repeat(MAX_FRAME)}"}`)).toBe('over-size');
  });

  test.each([
    ['100 000 closed brackets', '['.repeat(50_000) + ']'.repeat(50_000), 'schema'],
    ['100 000 open brackets', '['.repeat(100_000), 'malformed-frame'],
    ['nested objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'schema'],
    [
      'brackets in a known place',
      `{"v":1,"type":"list","header":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'schema',
    ],
    [
      'a roster of nested lists',
      `{"v":1,"type":"reply","header":{"re":1,"to":"x"},"body":{"ok":true,"roster":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
      'schema',
    ],
    ['a million brackets', '['.repeat(1_000_000), 'over-size'],
  ])('%s give a code and no crash', (_, text, expected) => {
    expect(code(text)).toBe(expected);
    expect(messageCode(text)).toBe(expected);
  });

  test('a roster of thousands of wrong names is refused in one go', () => {
    const roster = Array.from({ length: 20_000 }, () => '');
    expect(code(JSON.stringify({ ...HONEST['a bare reply'], body: { ok: true, roster } }))).toBe('schema');
  });

  test('any text at all gives a code or an acceptance, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        (text) => void [code(text), messageCode(text)],
      ),
      { numRuns: 500 },
    );
  });
});

describe('the proof of a join or leave', () => {
  const proof = `${'A'.repeat(86)}==`;
  const joining = (body: object): string => JSON.stringify({ ...frames.join('alice'), body });
  const leaving = (body: object): string => JSON.stringify({ ...frames.leave('alice'), body });

  test('may be there', () => {
    expect([code(joining({ salt: SALT, proof })), code(leaving({ proof }))]).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  test.each([
    ['of another length', joining({ salt: SALT, proof: 'AAAA' })],
    ['in standard base64', joining({ salt: SALT, proof: proof.replace('A', '/') })],
    ['that is null', joining({ salt: SALT, proof: null })],
    ['of a leave, beside something else', leaving({ proof, salt: SALT })],
    ['of a leave, in an empty body', leaving({})],
  ])('%s is refused', (_, text) => {
    expect(code(text)).toBe('schema');
  });

  test('stands behind the salt', () => {
    expect(code(joining({ proof, salt: SALT }))).toBe('not-canonical');
  });
});
