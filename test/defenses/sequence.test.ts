import { describe, expect, test } from 'vitest';
import { sequence, sequenceDurable } from '../../src/defenses/sequence.js';
import { fromUtf8, utf8 } from '../../src/model/bytes.js';
import type { Layer, MessageHeader } from '../../src/model/defense.js';
import { HEADER, layerOf, NOW } from '../support/sealed.js';

/** A counting device without anything around it: what it opened is committed unless told otherwise. */
interface Counting {
  readonly layer: Layer;
  /** The slots of the gaps that it alarmed about, in order, as "room author slot". */
  readonly gaps: string[];
  open(seq: number, more?: Partial<MessageHeader>, body?: string): string;
}

const counterOf = (seq: number): string => seq.toString(16).padStart(16, '0');

function counting(part = sequence, store = new Map<string, string>()): Counting {
  const gaps: string[] = [];
  const layer = layerOf(part, 'bob', {
    store,
    alarm: (code, { author, room, slot }) => void gaps.push(`${code} ${room} ${author} ${slot}`),
  });
  return {
    layer,
    gaps,
    open: (seq, more = {}, body = `${counterOf(seq)}.hello`) => {
      const opened = layer.open(utf8(body), { header: { ...HEADER, seq, ...more }, now: NOW });
      if (!opened.ok) return opened.code;
      opened.commit?.();
      return fromUtf8(opened.body)!;
    },
  };
}

const gapsOf = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `gap lab alice ${from + index}`);

describe('the counter in a message', () => {
  test.each([
    [1, '0000000000000001.hello'],
    [255, '00000000000000ff.hello'],
    [Number.MAX_SAFE_INTEGER, '001fffffffffffff.hello'],
  ])('of slot %i is %s, and opens to what was said', (seq, body) => {
    const { layer, open } = counting();
    const sealed = layer.seal(utf8('hello'), { header: { ...HEADER, seq }, now: NOW });
    expect(fromUtf8(sealed)).toBe(body);
    expect(open(seq, {}, body)).toBe('hello');
  });

  test('ends at the first full stop: all that follow are words', () => {
    expect(counting().open(1, {}, `${counterOf(1)}.a.b.`)).toBe('a.b.');
  });

  test.each([
    ['another number', counterOf(2)],
    ['the number before', counterOf(0)],
  ])('that is %s is refused: counter-mismatch', (_, counter) => {
    expect(counting().open(1, {}, `${counter}.hello`)).toBe('counter-mismatch');
    expect(counting().open(1, {}, `${counterOf(1)}.hello`)).toBe('hello');
  });

  test.each([
    ['missing', 'hello'],
    ['missing, with no full stop and nothing else', ''],
    ['empty', '.hello'],
    ['without leading zeros', '1.hello'],
    ['two digits too short', '00000000000001.hello'],
    ['two digits too long', '000000000000000001.hello'],
    ['one digit too short', '000000000000001.hello'],
    ['behind a space', ' 000000000000001.hello'],
    ['no hexadecimal number', '000000000000000g.hello'],
    ['written in capitals', '000000000000000A.hello'],
    ['a number and no full stop', '0000000000000001'],
  ])('that is %s is refused: malformed-counter', (_, body) => {
    expect(counting().open(1, {}, body)).toBe('malformed-counter');
    expect(counting().open(10, {}, body)).toBe('malformed-counter');
    expect(counting().open(1)).toBe('hello');
  });

  test('that is no UTF-8 is refused: malformed-counter', () => {
    const body = Uint8Array.of(0xff, 0xfe, ...utf8('.hello'));
    expect(counting().layer.open(body, { header: HEADER, now: NOW })).toEqual({
      ok: false,
      code: 'malformed-counter',
    });
    expect(counting().open(1)).toBe('hello');
  });
});

describe('the number in the header', () => {
  test.each([0, -1, -Number.MAX_SAFE_INTEGER, 0.5, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no place of a message: bad-counter, before the body is looked at',
    (seq) => {
      expect(counting().open(seq, {}, `${counterOf(1)}.hello`)).toBe('bad-counter');
      expect(counting().open(seq, {}, 'no counter at all')).toBe('bad-counter');
    },
  );

  test.each([0, 2 ** 53])('%d is refused even where the body carries the same number', (seq) => {
    expect(counting().open(seq)).toBe('bad-counter');
  });

  test.each([1, 2, Number.MAX_SAFE_INTEGER])('%d is one', (seq) => {
    expect(counting().open(seq)).toBe('hello');
  });
});

describe('a counter that was seen', () => {
  test('is refused, and every one below it; the next is not', () => {
    const bob = counting();
    expect(bob.open(3)).toBe('hello');
    expect([bob.open(3), bob.open(2), bob.open(1)]).toEqual(['counter-seen', 'counter-seen', 'counter-seen']);
    expect(bob.open(4)).toBe('hello');
  });

  test('counts once it is committed, not when it was opened', () => {
    const bob = counting();
    const body = utf8(`${counterOf(5)}.hello`);
    const opened = bob.layer.open(body, { header: { ...HEADER, seq: 5 }, now: NOW });
    expect(opened.ok).toBe(true);
    expect(bob.open(4)).toBe('hello');
    if (opened.ok) opened.commit?.();
    expect(bob.open(5)).toBe('counter-seen');
  });

  test('is one of this author in this room: others have their own', () => {
    const bob = counting();
    expect(bob.open(3)).toBe('hello');
    expect(bob.open(3, { nick: 'carol' })).toBe('hello');
    expect(bob.open(3, { room: 'elsewhere' })).toBe('hello');
    expect([bob.open(3), bob.open(3, { nick: 'carol' }), bob.open(3, { room: 'elsewhere' })]).toEqual([
      'counter-seen',
      'counter-seen',
      'counter-seen',
    ]);
  });

  test('is forgotten with the program in memory, and not in the device’s storage', () => {
    const store = new Map<string, string>();
    expect(counting(sequence, store).open(3)).toBe('hello');
    expect(counting(sequence, store).open(3)).toBe('hello');
    expect(store.size).toBe(0);
    expect(counting(sequenceDurable, store).open(3)).toBe('hello');
    expect(counting(sequenceDurable, store).open(3)).toBe('counter-seen');
    expect(counting(sequenceDurable, store).open(4)).toBe('hello');
  });
});

describe('a gap', () => {
  test('is named slot by slot, with author and room', () => {
    const bob = counting();
    bob.open(1);
    bob.open(4);
    expect(bob.gaps).toEqual(['gap lab alice 2', 'gap lab alice 3']);
  });

  test('is none between neighbours', () => {
    const bob = counting();
    for (const seq of [1, 2, 3]) bob.open(seq);
    expect(bob.gaps).toEqual([]);
  });

  test.each([1, 2, 1000])('is none before the first message of a late reader, slot %i', (seq) => {
    const bob = counting();
    bob.open(seq);
    expect(bob.gaps).toEqual([]);
    bob.open(seq + 2);
    expect(bob.gaps).toEqual([`gap lab alice ${seq + 1}`]);
  });

  test.each([
    [17, gapsOf(2, 16)],
    [18, gapsOf(2, 17)],
    [19, gapsOf(2, 17)],
    [Number.MAX_SAFE_INTEGER, gapsOf(2, 17)],
  ])('from 1 to %d names its first 16 slots at the most', (seq, gaps) => {
    const bob = counting();
    bob.open(1);
    bob.open(seq);
    expect(bob.gaps).toEqual(gaps);
  });

  test('is not alarmed about by what is refused or only opened', () => {
    const bob = counting();
    bob.open(1);
    bob.open(9, {}, 'no counter');
    bob.layer.open(utf8(`${counterOf(9)}.hello`), { header: { ...HEADER, seq: 9 }, now: NOW });
    expect(bob.gaps).toEqual([]);
    bob.open(3);
    expect(bob.gaps).toEqual(['gap lab alice 2']);
  });
});

describe.each([
  ['in memory', sequence],
  ['in the device’s storage', sequenceDurable],
])('who comes back, with counters %s,', (_, part) => {
  const away = () => {
    const store = new Map<string, string>();
    const before = counting(part, store);
    for (const [seq, more] of [[3], [4, { room: 'den' }], [5, { nick: 'carol' }]] as const)
      expect(before.open(seq, more)).toBe('hello');
    before.layer.leaving!(HEADER.room);
    return part === sequence ? before : counting(part, store);
  };

  test('has missed nothing of what was said meanwhile, and all that is missing from then on', () => {
    const after = away();
    expect([after.open(9), after.gaps]).toEqual(['hello', []]);
    expect([after.open(11), after.gaps]).toEqual(['hello', gapsOf(10, 10)]);
    expect([after.open(7, { nick: 'carol' }), after.gaps]).toEqual(['hello', gapsOf(10, 10)]);
    expect(after.open(9, { nick: 'carol' })).toBe('hello');
    expect(after.gaps).toEqual([...gapsOf(10, 10), 'gap lab carol 8']);
  });

  test('refuses what she saw before', () => {
    const after = away();
    for (const seq of [1, 2, 3]) expect(after.open(seq)).toBe('counter-seen');
    expect(after.open(5, { nick: 'carol' })).toBe('counter-seen');
    expect(after.open(4)).toBe('hello');
  });

  test('was not away from another room', () => {
    const after = away();
    expect(after.open(6, { room: 'den' })).toBe('hello');
    expect(after.gaps).toEqual(['gap den alice 5']);
  });

  test('learns from a checkpoint where the others are', () => {
    const after = away();
    after.layer.resume!(HEADER.room, JSON.stringify([['alice', 3]]));
    expect([after.open(5), after.gaps]).toEqual(['hello', gapsOf(4, 4)]);
    expect(JSON.parse(after.layer.checkpoint!(HEADER.room)!)).toContainEqual(['carol', 5]);
  });
});

describe('a checkpoint', () => {
  const resumed = (checkpoint: string, part = sequenceDurable): Counting => {
    const carol = counting(part);
    carol.layer.resume!('lab', checkpoint);
    return carol;
  };

  test('tells the last counter of each author of its room, and of no other', () => {
    const bob = counting();
    expect(bob.layer.checkpoint!('lab')).toBe('[]');
    bob.open(3);
    bob.open(7, { nick: 'carol' });
    bob.open(9, { room: 'elsewhere' });
    expect(JSON.parse(bob.layer.checkpoint!('lab')!)).toEqual([
      ['alice', 3],
      ['carol', 7],
    ]);
    expect(JSON.parse(bob.layer.checkpoint!('elsewhere')!)).toEqual([['alice', 9]]);
  });

  test('taken over, refuses what came before it and shows what is missing after it', () => {
    const bob = counting(sequenceDurable);
    bob.open(3);
    const carol = resumed(bob.layer.checkpoint!('lab')!);
    expect([carol.open(2), carol.open(3)]).toEqual(['counter-seen', 'counter-seen']);
    expect(carol.open(5)).toBe('hello');
    expect(carol.gaps).toEqual(['gap lab alice 4']);
  });

  test('says nothing of another room', () => {
    const carol = resumed('[["alice",3]]');
    expect(carol.open(2, { room: 'elsewhere' })).toBe('hello');
    expect(carol.open(2)).toBe('counter-seen');
  });

  test('raises a counter and never lowers one', () => {
    const carol = counting(sequenceDurable);
    carol.open(5);
    carol.layer.resume!('lab', '[["alice",2]]');
    expect([carol.open(3), carol.open(5)]).toEqual(['counter-seen', 'counter-seen']);
    carol.layer.resume!('lab', '[["alice",8]]');
    expect([carol.open(8), carol.open(9)]).toEqual(['counter-seen', 'hello']);
  });

  test.each([
    ['is no pair', '["alice",3]'],
    ['has no name', '[[3,3]]'],
    ['has null for a name', '[[null,3]]'],
    ['has a text for a number', '[["alice","3"]]'],
    ['has no number', '[["alice"]]'],
    ['has no whole number', '[["alice",3.5]]'],
    ['has a number beyond counting', '[["alice",9007199254740992]]'],
    ['is a text of two characters', '["a3"]'],
    ['is null', '[null]'],
    ['is an object', '[{"0":"alice","1":3}]'],
    ['has a number below every counter', '[["alice",-1]]'],
    ['has the counter of nobody who spoke', '[["alice",0]]'],
  ])('whose entry %s teaches nothing, and its neighbour counts', (_, checkpoint) => {
    const store = new Map<string, string>();
    const carol = counting(sequenceDurable, store);
    carol.layer.resume!('lab', checkpoint);
    expect([...store]).toEqual([]);
    const both = `[${checkpoint.slice(1, -1)},["bob",4]]`;
    carol.layer.resume!('lab', both);
    expect(JSON.parse(carol.layer.checkpoint!('lab')!)).toEqual([['bob', 4]]);
    expect(carol.open(1)).toBe('hello');
    expect(carol.gaps).toEqual([]);
  });

  test.each(['null', '3', '"alice"', '{"alice":3}', 'true'])(
    'that is no list, as %s, teaches nothing',
    (value) => {
      const carol = resumed(value);
      expect(carol.layer.checkpoint!('lab')).toBe('[]');
      expect(carol.open(1)).toBe('hello');
    },
  );

  test.each(['', 'no JSON', '[["alice",3]', '[["alice",3]],'])(
    'that is no JSON, as “%s”, teaches nothing, and throws nothing into what else is taken over',
    (text) => {
      const carol = resumed(text);
      expect(carol.layer.checkpoint!('lab')).toBe('[]');
      expect(carol.open(1)).toBe('hello');
      expect(resumed('[["alice",3]]').open(1)).toBe('counter-seen');
    },
  );
});
