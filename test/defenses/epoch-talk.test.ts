import { describe, expect, test } from 'vitest';
import { epoch } from '../../src/defenses/epoch.js';
import {
  currentKey,
  type Epochs,
  ended,
  keyOf,
  OVERLAP,
  read,
  withKey,
  withoutExpired,
} from '../../src/defenses/epoch-state.js';
import { spoken, type Word, wordIn } from '../../src/defenses/epoch-words.js';
import { freshPair, unwrapped, wrapped } from '../../src/defenses/epoch-wrap.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { fromUtf8, utf8 } from '../../src/model/bytes.js';
import { CannotSeal, type Control, type Host } from '../../src/model/defense.js';
import { keysOf } from '../support/keys.js';
import { HEADER, NOW } from '../support/sealed.js';

const ROOM = HEADER.room;
const bytes = (value: number): Uint8Array => new Uint8Array(32).fill(value);

/** One device whose part has no colleagues; `alice` is the host of the chat. */
function device(nick: string) {
  const said: Control[] = [];
  const host: Host = {
    me: nick,
    now: () => NOW,
    control: (room, body) => void said.push({ room, nick, body }),
    alarm: () => {},
    act: () => {},
    store: new Map(),
  };
  const layer = epoch.layer!(keysOf(nick), host);
  return {
    layer,
    state: (): Epochs => read(host, ROOM),
    hear: (control: Control) => layer.hear!(control),
    enter: () => layer.joined!(ROOM, [nick]),
    /** The words said since this was asked last. */
    words: () => said.splice(0).map((control) => wordIn(control, keysOf(nick))!),
    frames: () => said.splice(0),
  };
}

/** A word as any member may sign it, honest or not. */
const says = (nick: string, count: number, word: Word): Control => ({
  room: ROOM,
  nick,
  body: spoken(ROOM, nick, { ...word, count }, keysOf(nick)),
});

const wrapFor = (asked: string, number: number, key = bytes(number), to = 'bob'): Word => ({
  says: 'wrap',
  epoch: number,
  to,
  asked,
  ...wrapped(key, asked, { room: ROOM, host: 'alice', member: to, epoch: number })!,
  checkpoints: {},
});

/** Bob, who has asked, and what he asked for. */
function asking() {
  const bob = device('bob');
  bob.enter();
  const [ask] = bob.words();
  if (ask?.says !== 'ask') throw new Error('Bob asked for nothing');
  return { bob, asked: ask.key };
}

/** Bob, who has the key of epoch 2; the host’s last word had the count 1. */
function keyed() {
  const { bob, asked } = asking();
  expect(bob.hear(says('alice', 1, wrapFor(asked, 2)))).toBeNull();
  expect(bob.words()).toEqual([]);
  return bob;
}

const current = (of: ReturnType<typeof device>): number | undefined => currentKey(of.state())?.[0];

describe('the host', () => {
  test('draws a key when she enters for the first time, and announces the same epoch when she enters again', () => {
    const alice = device('alice');
    alice.enter();
    const key = currentKey(alice.state());
    expect(key).toHaveLength(32);
    alice.enter();
    expect(alice.words()).toMatchObject([
      { says: 'epoch', epoch: 1, count: 1 },
      { says: 'epoch', epoch: 1, count: 2 },
    ]);
    expect(currentKey(alice.state())).toEqual(key);
  });

  test('answers a request, and refuses one for what is no key', () => {
    const alice = device('alice');
    alice.enter();
    alice.words();
    const zero = encodeBase64url(new Uint8Array(32)).replaceAll('=', '');
    for (const [index, key] of ['', 'no key', zero].entries())
      expect(alice.hear(says('bob', index + 1, { says: 'ask', key }))).toBe('bad-wrap');
    expect(alice.words()).toEqual([]);
    const pair = freshPair();
    expect(alice.hear(says('bob', 4, { says: 'ask', key: pair.public }))).toBeNull();
    const [wrap] = alice.words();
    expect(wrap).toMatchObject({ says: 'wrap', epoch: 1, to: 'bob', asked: pair.public, checkpoints: {} });
    const purpose = { room: ROOM, host: 'alice', member: 'bob', epoch: 1 };
    expect(unwrapped(wrap as Extract<Word, { says: 'wrap' }>, pair, purpose)).toEqual(
      currentKey(alice.state()),
    );
  });

  test('begins an epoch when somebody leaves, and at no other word of a member', () => {
    const alice = device('alice');
    alice.enter();
    alice.words();
    expect(alice.hear(says('bob', 1, { says: 'epoch', epoch: 7 }))).toBeNull();
    expect(alice.hear(says('bob', 2, wrapFor(freshPair().public, 7, bytes(7), 'alice')))).toBeNull();
    expect([alice.state().current, alice.words()]).toEqual([1, []]);
    expect(alice.hear(says('bob', 3, { says: 'leave' }))).toBeNull();
    expect([alice.state().current, alice.words()]).toMatchObject([2, [{ says: 'epoch', epoch: 2 }]]);
  });

  test('passes over her own words when they come back, as often as they do', () => {
    const alice = device('alice');
    alice.enter();
    alice.layer.leaving!(ROOM);
    for (const echo of [...alice.frames()])
      for (const _ of ['once', 'twice']) expect(alice.hear(echo)).toBeNull();
    expect([alice.state().current, alice.state().heard]).toEqual([1, {}]);
  });
});

describe('a member', () => {
  test('can seal as soon as she has a key, and says by name why not before', () => {
    const { bob, asked } = asking();
    const sealing = { header: { ...HEADER, nick: 'bob' }, now: NOW };
    expect(bob.layer.cannotSeal!(ROOM)).toBe('no-epoch-key');
    expect(() => bob.layer.seal(utf8('hi'), sealing)).toThrow(new CannotSeal('no-epoch-key'));
    expect(bob.hear(says('alice', 1, wrapFor(asked, 1)))).toBeNull();
    expect(bob.layer.cannotSeal!(ROOM)).toBeNull();
    expect(bob.layer.cannotSeal!('den')).toBe('no-epoch-key');
    for (const text of ['', 'hi']) {
      const opened = bob.layer.open(bob.layer.seal(utf8(text), sealing), sealing);
      expect(opened.ok && fromUtf8(opened.body)).toBe(text);
    }
  });

  test('keeps no more than 8 requests open, the latest', () => {
    const bob = device('bob');
    for (let time = 0; time < 12; time++) bob.enter();
    const keys = bob.words().map((word) => (word.says === 'ask' ? word.key : ''));
    expect(new Set(keys).size).toBe(12);
    expect(bob.state().asked.map((asked) => asked.public)).toEqual(keys.slice(-8));
  });

  test('takes a wrap for any of her open requests, and then has none open', () => {
    for (const index of [0, 1, 2]) {
      const bob = device('bob');
      for (const _ of 'three') bob.enter();
      const { key = '' } = bob.words()[index] as { key?: string };
      expect(bob.hear(says('alice', 1, wrapFor(key, 1)))).toBeNull();
      expect([current(bob), bob.state().asked]).toEqual([1, []]);
    }
  });

  test('needs no announcement: a wrap of a later epoch begins it', () => {
    const { bob, asked } = asking();
    expect(bob.hear(says('alice', 1, wrapFor(asked, 5)))).toBeNull();
    expect([bob.state().current, current(bob)]).toEqual([5, 5]);
    bob.enter();
    const [ask] = bob.words() as { key?: string }[];
    expect(bob.hear(says('alice', 2, wrapFor(ask!.key!, 6)))).toBeNull();
    expect([bob.state().current, current(bob)]).toEqual([6, 6]);
    expect(bob.state().keys).toMatchObject([{ epoch: 5, until: NOW + OVERLAP }, { epoch: 6 }]);
  });

  test('asks once when an epoch begins, and again when its announcement is repeated before the key has come', () => {
    const bob = keyed();
    const announce = (count: number, number: number) => {
      expect(bob.hear(says('alice', count, { says: 'epoch', epoch: number }))).toBeNull();
      return bob.words().map((word) => word.says);
    };
    expect(announce(2, 2)).toEqual([]);
    expect(current(bob)).toBe(2);
    expect(announce(3, 3)).toEqual(['ask']);
    expect(current(bob)).toBeUndefined();
    expect(announce(4, 3)).toEqual(['ask']);
    expect(announce(5, 2)).toEqual([]);
    expect(announce(6, 1)).toEqual([]);
    expect(bob.state().current).toBe(3);
  });

  test('is not led back to an epoch that is over, though the host says so', () => {
    const bob = keyed();
    expect(bob.hear(says('alice', 2, { says: 'epoch', epoch: 1 }))).toBeNull();
    expect([bob.state().current, current(bob), bob.words()]).toEqual([2, 2, []]);
  });

  test('passes over a wrap of an epoch that is over, and goes on waiting for the one that she asked for', () => {
    const { bob, asked } = asking();
    expect(bob.hear(says('alice', 1, { says: 'epoch', epoch: 2 }))).toBeNull();
    const before = bob.state();
    expect(bob.hear(says('alice', 2, wrapFor(asked, 1)))).toBeNull();
    expect(bob.state()).toEqual({ ...before, heard: { alice: 2 } });
    expect(bob.hear(says('alice', 3, wrapFor(asked, 2)))).toBeNull();
    expect(current(bob)).toBe(2);
  });

  test('passes over a second wrap of this epoch, and refuses one of a later epoch that she never asked for', () => {
    const bob = keyed();
    const stray = freshPair().public;
    expect(bob.hear(says('alice', 2, wrapFor(stray, 2, bytes(9))))).toBeNull();
    expect(current(bob)).toBe(2);
    expect(bob.hear(says('alice', 3, wrapFor(stray, 3)))).toBe('bad-wrap');
    expect([bob.state().current, current(bob)]).toEqual([2, 2]);
  });

  test('refuses a wrap that does not open, or holds no key of 32 bytes, and takes the one that does', () => {
    const { bob, asked } = asking();
    const sound = wrapFor(asked, 1) as Extract<Word, { says: 'wrap' }>;
    for (const [index, word] of [
      {
        ...sound,
        sealed:
          `A${sound.sealed.slice(1)}` === sound.sealed
            ? `B${sound.sealed.slice(1)}`
            : `A${sound.sealed.slice(1)}`,
      },
      { ...sound, sealed: '' },
      { ...sound, epoch: 2 },
      { ...sound, key: freshPair().public },
      wrapFor(asked, 1, new Uint8Array(31)),
      wrapFor(asked, 1, new Uint8Array(33)),
    ].entries())
      expect(bob.hear(says('alice', index + 1, word))).toBe('bad-wrap');
    expect(current(bob)).toBeUndefined();
    expect(bob.hear(says('alice', 9, sound))).toBeNull();
    expect(current(bob)).toBe(1);
  });

  test('leaves what is for somebody else alone', () => {
    const bob = keyed();
    const before = bob.state();
    expect(bob.hear(says('alice', 2, wrapFor(freshPair().public, 3, bytes(3), 'carol')))).toBeNull();
    expect(bob.state()).toEqual({ ...before, heard: { alice: 2 } });
    expect(bob.words()).toEqual([]);
  });

  test('takes announcements and wraps from the host alone, whoever signs them', () => {
    const { bob, asked } = asking();
    expect(bob.hear(says('carol', 1, { says: 'epoch', epoch: 4 }))).toBeNull();
    expect(bob.hear(says('carol', 2, wrapFor(asked, 1)))).toBeNull();
    expect([bob.state().current, current(bob), bob.words()]).toEqual([0, undefined, []]);
    expect(bob.hear(says('alice', 1, wrapFor(asked, 1)))).toBeNull();
    expect(current(bob)).toBe(1);
  });

  test('takes an announcement that looks like a wrap for an announcement', () => {
    const bob = keyed();
    const both = { ...wrapFor(freshPair().public, 3), says: 'epoch' } as unknown as Word;
    expect(bob.hear(says('alice', 2, both))).toBeNull();
    expect(bob.words().map((word) => word.says)).toEqual(['ask']);
  });

  test('hears each word once, and refuses what nobody signed', () => {
    const bob = keyed();
    const word = says('alice', 2, { says: 'epoch', epoch: 2 });
    expect([bob.hear(word), bob.hear(word)]).toEqual([null, 'stale-epoch-word']);
    expect(bob.hear({ ...word, nick: 'carol' })).toBe('bad-epoch-word');
  });
});

describe('what a device keeps of epochs', () => {
  const key = (of: number) => Buffer.from(bytes(of)).toString('base64');
  const kept = (now: number, ...keys: Epochs['keys']): Epochs => ({
    current: now,
    keys,
    asked: [],
    said: 0,
    heard: {},
  });

  test('seals under the key of the current epoch alone, as long as that is not over', () => {
    const both = kept(2, { epoch: 1, key: key(1) }, { epoch: 2, key: key(2) });
    expect(currentKey(both)).toEqual(bytes(2));
    expect(currentKey({ ...both, current: 3 })).toBeNull();
    expect(currentKey(kept(2, { epoch: 2, key: key(2), until: NOW }))).toBeNull();
    expect(currentKey(kept(0))).toBeNull();
  });

  test('opens with a key through its last second, and deletes it after that', () => {
    const epochs = kept(2, { epoch: 1, key: key(1), until: NOW }, { epoch: 2, key: key(2) });
    expect(keyOf(epochs, 1, NOW)).toEqual(bytes(1));
    expect(keyOf(epochs, 1, NOW + 1)).toBeNull();
    expect(keyOf(epochs, 2, NOW + 1)).toEqual(bytes(2));
    expect(withoutExpired(epochs, NOW)).toEqual(epochs);
    expect(withoutExpired(epochs, NOW + 1)).toEqual(kept(2, { epoch: 2, key: key(2) }));
  });

  test('gives every key its last second when an epoch ends, and none a later one', () => {
    const first = ended(kept(1, { epoch: 1, key: key(1) }), 2, NOW);
    expect(first).toEqual(kept(2, { epoch: 1, key: key(1), until: NOW + OVERLAP }));
    expect(ended(first, 3, NOW + 9)).toEqual({ ...first, current: 3 });
  });

  test('has one key of an epoch, the latest, and no request open when it has come', () => {
    const asked = [{ public: 'public', secret: 'secret' }];
    const epochs = { ...kept(1, { epoch: 1, key: key(9) }), asked };
    expect(withKey(epochs, 1, bytes(1))).toEqual(kept(1, { epoch: 1, key: key(1) }));
  });
});

describe('a wrap', () => {
  const purpose = { room: ROOM, host: 'alice', member: 'bob', epoch: 1 };

  test('opens with the pair that it is for, in the room, for the member and epoch that it is for, and nowhere else', () => {
    const pair = freshPair();
    const wrap = wrapped(bytes(1), pair.public, purpose)!;
    expect(unwrapped(wrap, pair, purpose)).toEqual(bytes(1));
    expect(unwrapped(wrap, freshPair(), purpose)).toBeNull();
    for (const change of [{ room: 'den' }, { host: 'carol' }, { member: 'carol' }, { epoch: 2 }])
      expect(unwrapped(wrap, pair, { ...purpose, ...change })).toBeNull();
  });

  test('has exactly the length of a key, or is none', () => {
    const pair = freshPair();
    for (const length of [0, 31, 33])
      expect(unwrapped(wrapped(new Uint8Array(length), pair.public, purpose)!, pair, purpose)).toBeNull();
    const { key } = wrapped(bytes(1), pair.public, purpose)!;
    for (const sealed of ['', 'AAAA', '!!!!']) expect(unwrapped({ key, sealed }, pair, purpose)).toBeNull();
  });

  test('is made for no key that is none', () => {
    for (const asked of ['', 'no key', 'A'.repeat(43)]) expect(wrapped(bytes(1), asked, purpose)).toBeNull();
    expect(wrapped(bytes(1), freshPair().public, purpose)).not.toBeNull();
  });
});
