import { describe, expect, test } from 'vitest';
import { arm, nowhere } from '../../src/defenses/arm.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { fromUtf8, utf8 } from '../../src/model/bytes.js';
import type { Code } from '../../src/model/code.js';
import {
  CannotSeal,
  type Colleagues,
  type Layer,
  type Opened,
  type Opening,
  type Part,
} from '../../src/model/defense.js';
import type { Armed } from '../../src/model/stack.js';
import { keysOf } from '../support/keys.js';
import { HEADER, NOW } from '../support/sealed.js';

/** A part of a test: passes bodies through unless told otherwise. */
const part = (id: string, layer: Partial<Layer> = {}): Part => ({
  id,
  title: id,
  protects: 'nothing',
  leavesOpen: 'everything',
  stage: 'mac',
  layer: () => ({ seal: (body) => body, open: (body) => ({ ok: true, body }), ...layer }),
});

const armed = (...parts: Part[]): Armed => arm(parts, keysOf('alice'));

const open = (stack: Armed): Opened => stack.open(utf8('hello'), { header: HEADER, now: NOW });

const CONTROL = { room: 'lab', nick: 'bob', body: 'a word' };

describe('a device that talks to nobody', () => {
  test('is nobody at the beginning of time, takes all it is told, and has a storage of its own', () => {
    const host = nowhere();
    expect([host.me, host.now()]).toEqual(['nobody', 0]);
    host.control('lab', 'a word');
    host.alarm('gap', { author: 'alice', room: 'lab', slot: 1 });
    host.act('padded');
    host.store.set('a', 'b');
    expect(nowhere().store.size).toBe(0);
  });
});

describe('a message with a warning', () => {
  const marking = (id: string, marked: unknown): Part =>
    part(id, { open: (body) => ({ ok: true, body, marked }) as Opened });

  test.each<[string, readonly unknown[], boolean]>([
    ['none', [undefined, undefined], false],
    ['no layer at all', [], false],
    ['each but false', [false, false], false],
    ['the outer', [true, undefined], true],
    ['the inner', [undefined, true], true],
    ['the outer, whatever the inner says,', [true, false], true],
    ['both', [true, true], true],
    ['one with a truthy word, which is no answer,', ['yes', undefined], false],
  ])('is one of which %s says so', (_, says, marked) => {
    const opened = open(armed(...says.map((each, index) => marking(`part${index}`, each))));
    expect(opened).toMatchObject({ ok: true, body: utf8('hello'), marked });
  });
});

describe('the layers of a device', () => {
  const around = (letter: string): Part =>
    part(letter, {
      seal: (body) => utf8(`${letter}(${fromUtf8(body)})`),
      open: (body) => ({ ok: true, body: utf8(fromUtf8(body)!.slice(2, -1)) }),
    });

  test('seal from the inside out and open from the outside in', () => {
    const stack = armed(around('a'), around('b'));
    const sealed = stack.seal(utf8('hello'), { header: HEADER, now: NOW });
    expect(fromUtf8(sealed)).toBe('a(b(hello))');
    expect(stack.open(sealed, { header: HEADER, now: NOW })).toMatchObject({
      ok: true,
      body: utf8('hello'),
    });
  });

  test('all know how long the message was before any of them wrote around it', () => {
    const lengths: unknown[] = [];
    const measuring = (id: string): Part =>
      part(id, {
        seal: (body, { length }) => {
          lengths.push(length);
          return utf8(`${fromUtf8(body)}!!!`);
        },
      });
    armed(measuring('a'), measuring('b')).seal(utf8('hello'), { header: HEADER, now: NOW });
    expect(lengths).toEqual([5, 5]);
  });

  test('believe the time that an outer one has authenticated, the innermost of those', () => {
    const times: unknown[] = [];
    const asking = (id: string, sealedAt?: number): Part =>
      part(id, {
        open: (body, opening: Opening) => {
          times.push(opening.sealedAt);
          return { ok: true, body, ...(sealedAt === undefined ? {} : { sealedAt }) };
        },
      });
    open(armed(asking('a'), asking('b', 7), asking('c'), asking('d', 9), asking('e')));
    expect(times).toEqual([undefined, undefined, 7, 7, 9]);
  });

  test('commit from the outside in, once, when they are told to', () => {
    const done: string[] = [];
    const committing = (id: string): Part =>
      part(id, { open: (body) => ({ ok: true, body, commit: () => void done.push(id) }) });
    const opened = open(armed(committing('a'), part('silent'), committing('b')));
    expect(done).toEqual([]);
    if (opened.ok) opened.commit?.();
    expect(done).toEqual(['a', 'b']);
  });

  test('are those of the parts that have one, each with the host of its name', () => {
    const names: string[] = [];
    const { layer: _, ...layerless } = part('settings-only');
    const stack = arm([layerless, part('a'), part('b')], keysOf('alice'), (id) => {
      names.push(id);
      return nowhere();
    });
    expect(names).toEqual(['a', 'b']);
    expect(open(stack).ok).toBe(true);
  });

  test('are only those that were asked for', () => {
    const stack = compose('ttl+signature', PARTS);
    const clear = stack.arm(keysOf('alice'), nowhere, ({ id }) => id === 'none of them');
    expect(fromUtf8(clear.seal(utf8('hello'), { header: HEADER, now: NOW }))).toBe('hello');
    const whole = stack.arm(keysOf('alice'), nowhere);
    expect(fromUtf8(whole.seal(utf8('hello'), { header: HEADER, now: NOW }))).not.toContain('hello');
  });
});

describe('an answer that is none', () => {
  test.each<[string, unknown]>([
    ['neither accepts nor refuses, with a code', { ok: 'no', code: 'bad-mac' }],
    ['refuses with undefined, and a code', { code: 'bad-mac' }],
    ['refuses with a code that is no text', { ok: false, code: 7 }],
    ['accepts with a list for a body', { ok: true, body: [1, 2] }],
  ])('is a crash where it %s: crashed-part', (_, answer) => {
    expect(open(armed(part('foreign', { open: () => answer as Opened })))).toEqual({
      ok: false,
      code: 'crashed-part',
      why: 'foreign: open answered neither { ok: true, body } nor { ok: false, code }',
    });
  });

  test('is a throw, and says which part threw what', () => {
    const broken = (): Opened => {
      throw new Error('no such key\nand more');
    };
    expect(open(armed(part('foreign', { open: broken })))).toEqual({
      ok: false,
      code: 'crashed-part',
      why: 'foreign: no such key',
    });
  });

  test('is nothing that a refusal brings beside its code', () => {
    const refusal = { ok: false, code: 'bad-mac', why: 7 } as unknown as Opened;
    expect(open(armed(part('foreign', { open: () => refusal })))).toEqual({ ok: false, code: 'bad-mac' });
  });

  test('is not the refusal of a part, which is heard as it is', () => {
    const refusal = { ok: false, code: 'bad-mac' } as const;
    expect(open(armed(part('own', { open: () => refusal })))).toEqual(refusal);
  });
});

describe('a part that is none', () => {
  const armedWith = (layer: unknown): Armed => armed({ ...part('foreign'), layer: (() => layer) as never });

  test.each([[null], [undefined], ['a layer'], [{ seal: (body: Uint8Array) => body }]])(
    'is told of where its layer is %j',
    (layer) => {
      expect(() => armedWith(layer)).toThrow('foreign: its layer has no seal and open');
    },
  );

  test.each([['text'], [null], [undefined], [[1, 2]]])('is told of where it seals to %j', (sealed) => {
    const broken = armed(part('foreign', { seal: () => sealed as unknown as Uint8Array }), part('inner'));
    expect(() => broken.seal(utf8('hello'), { header: HEADER, now: NOW })).toThrow(
      'foreign: what it sealed is no Uint8Array',
    );
  });

  test.each(['seal', 'sent', 'joined', 'leaving', 'beat'] as const)(
    'is named where its %s throws',
    (what) => {
      const broken = armed(
        part('sound'),
        part('foreign', {
          [what]: () => {
            throw new Error('boom');
          },
        }),
      );
      const calls = {
        seal: () => broken.seal(utf8('hello'), { header: HEADER, now: NOW }),
        sent: () => broken.sent(HEADER),
        joined: () => broken.joined('lab', ['alice']),
        leaving: () => broken.leaving('lab'),
        beat: () => broken.beat('lab'),
      };
      expect(calls[what]).toThrow('foreign: boom');
    },
  );

  test('is named where it throws while it takes note, and those before it have taken note', () => {
    const noted: string[] = [];
    const noting = (id: string, commit: () => void): Part =>
      part(id, { open: (body) => ({ ok: true, body, commit }) });
    const opened = open(
      armed(
        noting('first', () => noted.push('first')),
        noting('second', () => {
          throw new Error('full');
        }),
      ),
    );
    expect(opened.ok && opened.commit).toThrow('second: full');
    expect(noted).toEqual(['first']);
  });
});

describe('a stack that cannot seal', () => {
  const sealing = (id: string, code: Code | null, sealed: string[]): Part =>
    part(id, {
      cannotSeal: (room) => (room === 'lab' ? code : null),
      seal: (body) => {
        sealed.push(id);
        return body;
      },
    });
  const seal = (stack: Armed, room = 'lab') =>
    stack.seal(utf8('hello'), { header: { ...HEADER, room }, now: NOW });

  test('says why before any of its parts has sealed anything', () => {
    const sealed: string[] = [];
    const stack = armed(sealing('a', 'no-epoch-key', sealed), sealing('b', null, sealed), part('c'));
    expect(() => seal(stack)).toThrow(CannotSeal);
    expect(() => seal(stack)).toThrow(expect.objectContaining({ code: 'no-epoch-key' }));
    expect(sealed).toEqual([]);
    seal(stack, 'elsewhere');
    expect(sealed).toEqual(['b', 'a']);
  });

  test('is none where every part can, and where none was asked to say', () => {
    const sealed: string[] = [];
    expect(fromUtf8(seal(armed(sealing('a', null, sealed), part('b'))))).toBe('hello');
    expect(sealed).toEqual(['a']);
  });
});

describe('a control frame', () => {
  const heard: unknown[] = [];
  const hearing = (id: string, answer: unknown): Part =>
    part(id, {
      hear: (control) => {
        heard.push([id, control]);
        return answer as Code | null;
      },
    });

  test.each<[string, unknown, string | null]>([
    ['null', null, null],
    ['nothing', undefined, null],
    ['a code', 'bad-beat', 'bad-beat'],
    ['a number', 7, 'crashed-part'],
    ['true', true, 'crashed-part'],
    ['false', false, 'crashed-part'],
    ['a refusal as of a body', { ok: false, code: 'bad-beat' }, 'crashed-part'],
  ])('that a part answers with %s', (_, answer, code) => {
    expect(armed(hearing('a', answer)).hear('a', CONTROL)?.code ?? null).toBe(code);
  });

  test('that makes a part throw is refused: crashed-part', () => {
    const hear = (): null => {
      throw new Error('boom');
    };
    expect(armed(part('a', { hear })).hear('a', CONTROL)).toEqual({
      ok: false,
      code: 'crashed-part',
      why: 'a: boom',
    });
  });

  test('goes to the part that it names, and to no other', () => {
    heard.length = 0;
    const stack = armed(hearing('a', 'bad-beat'), hearing('b', 'bad-wrap'));
    expect(stack.hear('b', CONTROL)).toEqual({ ok: false, code: 'bad-wrap' });
    expect(heard).toEqual([['b', CONTROL]]);
  });

  test.each(['nobody', '', '__proto__', 'toString'])(
    'to a part “%s” that stands nowhere is nobody’s',
    (name) => {
      heard.length = 0;
      expect(armed(hearing('a', 'bad-beat')).hear(name, CONTROL)).toBeNull();
      expect(heard).toEqual([]);
    },
  );

  test('to a part that does not listen is nobody’s', () => {
    expect(armed(part('a')).hear('a', CONTROL)).toBeNull();
    expect(armed().hear('a', CONTROL)).toBeNull();
  });
});

describe('joining, leaving and beating', () => {
  test('reach each part that cares, in order, with the room', () => {
    const told: unknown[] = [];
    const telling = (id: string): Part =>
      part(id, {
        joined: (room, roster, keys) => void told.push([id, 'joined', room, roster, keys]),
        leaving: (room) => void told.push([id, 'leaving', room]),
        beat: (room) => void told.push([id, 'beat', room]),
      });
    const stack = armed(telling('a'), part('deaf'), telling('b'));
    const keys = [{ nick: 'bob', key: 'a key' }];
    stack.joined('lab', ['alice', 'bob'], keys);
    stack.beat('lab');
    stack.leaving('lab');
    expect(told).toEqual([
      ['a', 'joined', 'lab', ['alice', 'bob'], keys],
      ['b', 'joined', 'lab', ['alice', 'bob'], keys],
      ['a', 'beat', 'lab'],
      ['b', 'beat', 'lab'],
      ['a', 'leaving', 'lab'],
      ['b', 'leaving', 'lab'],
    ]);
  });

  test('a stack beats where one of its parts does, and only there', () => {
    const beating = part('beating', { beat: () => {} });
    expect(armed().beats).toBe(false);
    expect(armed(part('a'), part('b')).beats).toBe(false);
    expect(armed(part('a'), beating).beats).toBe(true);
    expect(armed(beating, part('a')).beats).toBe(true);
  });
});

describe('handing a state on', () => {
  /** A part that keeps what it is told of its colleagues, and a stack around it. */
  function colleaguesOf(...parts: Part[]): Colleagues {
    let met: Colleagues | undefined;
    const meeting: Part = {
      ...part('meeting'),
      layer: (_keys, _host, colleagues) => {
        met = colleagues;
        return { seal: (body) => body, open: (body) => ({ ok: true, body }) };
      },
    };
    armed(meeting, ...parts);
    return met!;
  }

  test('gathers the checkpoint of each part that has one for the room', () => {
    const colleagues = colleaguesOf(
      part('mute'),
      part('a', { checkpoint: (room) => `state of ${room}` }),
      part('b', { checkpoint: (room) => (room === 'lab' ? null : 'elsewhere') }),
      part('c', { checkpoint: () => '' }),
    );
    expect(colleagues.checkpoints('lab')).toEqual({ a: 'state of lab', c: '' });
    expect(colleagues.checkpoints('other')).toEqual({ a: 'state of other', b: 'elsewhere', c: '' });
  });

  test('gives each part the checkpoint of its own name, and none to whom none was sent', () => {
    const told: unknown[] = [];
    const resuming = (id: string): Part =>
      part(id, { resume: (room, checkpoint) => void told.push([id, room, checkpoint]) });
    const colleagues = colleaguesOf(resuming('a'), resuming('b'), resuming('toString'), part('mute'));
    colleagues.resume('lab', { a: 'one', mute: 'two', nobody: 'three' });
    expect(told).toEqual([['a', 'lab', 'one']]);
    colleagues.resume('lab', { toString: 'four' } as unknown as Record<string, string>);
    expect(told.slice(1)).toEqual([['toString', 'lab', 'four']]);
  });
});
