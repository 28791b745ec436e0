import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Seen } from '../../src/defenses/view.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { concat, fromUtf8, lengthPrefixed, splitAt, utf8 } from '../../src/model/bytes.js';
import { HEADER } from '../support/sealed.js';
import { entryOf, type Member, members, ROOM, word, wordOf } from '../support/transcripts.js';

const seen = (author: string, slot: number, digest = '00'.repeat(16)) => ({ author, slot, digest });
const NONCE = encodeBase64url(new Uint8Array(16));

/** Alice alone in a room, who knows whose names are on the roster. */
function alone(...roster: string[]) {
  const net = members();
  const alice = net.start('alice');
  alice.layer.joined!(ROOM, ['alice', ...roster]);
  return { net, alice };
}

/** Alice and Bob entered one after the other, and heard each other. */
function pair() {
  const net = members();
  const [alice, bob] = [net.start('alice'), net.start('bob')];
  const enter = (who: Member, nicks: string[], hearers: Member[]) => {
    let said = net.saidBy(() => who.layer.joined!(ROOM, nicks));
    while (said.length > 0) {
      const now = said;
      said = net.saidBy(() => {
        for (const control of now)
          for (const hearer of hearers) expect(hearer.layer.hear!(control)).toBeNull();
      });
    }
  };
  enter(alice, ['alice'], [alice]);
  enter(bob, ['alice', 'bob'], [alice, bob]);
  return { net, alice, bob };
}

describe('a message', () => {
  test('carries a nonce, its author’s view and the words, as docs/wire-format.md says', () => {
    const { alice, bob } = pair();
    alice.read(bob.write('first', 1));
    const view = alice.claim();
    const { body } = alice.write('a.b', 1);
    const [nonce, rest] = splitAt(body, '.')!;
    const [claim, words] = splitAt(rest, '.')!;
    expect(nonce).toHaveLength(24);
    expect(fromUtf8(claim)).toBe(encodeBase64url(utf8(JSON.stringify(view.map(entryOf)).padEnd(1024, ' '))));
    expect(view.map(({ author, slot }) => `${author} ${slot}`)).toEqual(['alice 0', 'bob 0', 'bob 1']);
    expect(fromUtf8(words)).toBe('a.b');
  });

  test('opens to its words, and is seen only when all layers have accepted it', () => {
    const { alice, bob } = pair();
    const { header, body } = bob.write('a.b', 1);
    const before = alice.claim();
    const opened = alice.layer.open(body, { header, now: 0 });
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.marked).toBe(false);
    expect(fromUtf8(opened.body)).toBe('a.b');
    expect(alice.claim()).toEqual(before);
    opened.commit!();
    expect(alice.claim().slice(0, -1)).toEqual(before);
    expect(alice.claim().at(-1)).toMatchObject({ author: 'bob', slot: 1 });
  });

  test('is committed to by the published digest of room, author, place, nonce and words', () => {
    const { alice, bob } = pair();
    const message = bob.write('hello', 1);
    const nonce = Buffer.from(fromUtf8(splitAt(message.body, '.')![0])!, 'base64url');
    const fields = lengthPrefixed('mallory/v1/transcript/message', ROOM, 'bob', '1', nonce, utf8('hello'));
    alice.read(message);
    expect(alice.claim().at(-1)!.digest).toBe(createHash('sha256').update(fields).digest('hex').slice(0, 32));
  });

  test('of the same words has another nonce and so another digest: nobody can try words on it', () => {
    const { alice, bob } = pair();
    for (let seq = 1; seq <= 8; seq++) expect(alice.read(bob.write('yes', seq))).toBe('shown');
    const { alice: other, bob: again } = pair();
    other.read(again.write('yes', 1));
    expect(other.claim().at(-1)).toMatchObject({ author: 'bob', slot: 1 });
    expect(other.claim().at(-1)!.digest).not.toBe(alice.claim().find(({ slot }) => slot === 1)!.digest);
    expect(new Set(alice.claim().map(({ digest }) => digest)).size).toBe(alice.claim().length);
  });

  test('is as long whatever its author has seen: its size tells nothing of her or of the room', () => {
    const { alice, bob } = pair();
    const lengths = Array.from({ length: 24 }, (_, index) => {
      const message = bob.write('yes', index + 1);
      alice.read(message);
      bob.read(message);
      return message.body.length;
    });
    expect(new Set(lengths).size).toBe(1);
  });

  test('after eight others is answered with what was seen, so that nobody talks it out of the window', () => {
    const { net, alice, bob } = pair();
    const messages = Array.from({ length: 16 }, (_, index) => bob.write('more', index + 1));
    const said = messages.map((message) => net.saidBy(() => alice.read(message)).map(wordOf));
    const told = said.flatMap((words, index) =>
      words.map((word) => [index + 1, word?.says, word?.claim.length]),
    );
    expect(told.map(([, says]) => says)).toEqual(['here', 'here']);
    const places = said
      .flatMap((words) => words.flatMap((word) => word!.claim))
      .filter((seen) => seen.author === 'bob');
    expect(new Set(places.map(({ slot }) => slot))).toContain(1);
  });

  test('has the same digest for everybody who reads it', () => {
    const { alice, bob } = pair();
    const message = bob.write('hello', 1);
    for (const reader of [alice, bob]) reader.read(message);
    expect(alice.claim().at(-1)).toEqual(bob.claim().at(-1));
  });

  const claim = (value: unknown): string => encodeBase64url(utf8(JSON.stringify(value)));
  const sealed = (nonce: string, view: string, words = 'hi') => utf8(`${nonce}.${view}.${words}`);
  const open = (body: Uint8Array): string => alone().alice.read({ header: { ...HEADER, nick: 'bob' }, body });
  const entry = (author: unknown, slot: unknown, digest: unknown = '00'.repeat(16)) => [author, slot, digest];
  const full = (length: number) => Array.from({ length }, (_, index) => entry('bob', index));

  test.each([
    ['an empty view', sealed(NONCE, claim([]))],
    ['no words', sealed(NONCE, claim([]), '')],
    ['words with dots', sealed(NONCE, claim([]), '.a.b.')],
    ['words that are no UTF-8', concat(sealed(NONCE, claim([])), new Uint8Array([0xff]))],
    ['an arrival', sealed(NONCE, claim([entry('bob', 0)]))],
    ['the largest slot', sealed(NONCE, claim([entry('bob', Number.MAX_SAFE_INTEGER)]))],
    ['64 entries', sealed(NONCE, claim(full(64)))],
  ])('with %s is well-formed', (_, body) => {
    expect(open(body)).toBe('shown');
  });

  test.each([
    ['nothing in it', utf8('')],
    ['no dot', utf8(NONCE)],
    ['a nonce alone', utf8(`${NONCE}.`)],
    ['one dot', utf8(`${NONCE}.${claim([])}`)],
    ['a nonce of 15 bytes', sealed(encodeBase64url(new Uint8Array(15)), claim([]))],
    ['a nonce of 17 bytes', sealed(encodeBase64url(new Uint8Array(17)), claim([]))],
    ['an empty nonce', sealed('', claim([]))],
    ['a nonce that is no base64url', sealed('!'.repeat(24), claim([]))],
    ['a nonce that is no UTF-8', concat(new Uint8Array([0xff]), sealed('', claim([])))],
    ['an empty view', sealed(NONCE, '')],
    ['a view that is no base64url', sealed(NONCE, '!!!!')],
    ['a view that is no JSON', sealed(NONCE, encodeBase64url(utf8('[')))],
    ['a view whose bytes are no UTF-8', sealed(NONCE, encodeBase64url(new Uint8Array([0xff, 0xfe, 0xfd])))],
    ['a view whose text is no UTF-8', concat(utf8(`${NONCE}.`), new Uint8Array([0xff]), utf8('.hi'))],
    ['null for a view', sealed(NONCE, claim(null))],
    ['a text for a view', sealed(NONCE, claim('views'))],
    ['an object for a view', sealed(NONCE, claim({ length: 0 }))],
    ['65 entries', sealed(NONCE, claim(full(65)))],
    ['null for an entry', sealed(NONCE, claim([null]))],
    ['a number for an entry', sealed(NONCE, claim([1]))],
    ['one unsound entry among sound ones', sealed(NONCE, claim([...full(3), {}, ...full(3)]))],
    ['an author who is no text', sealed(NONCE, claim([entry(7, 1)]))],
    ['a digest that is no text', sealed(NONCE, claim([entry('bob', 1, 7)]))],
    ['a negative slot', sealed(NONCE, claim([entry('bob', -1)]))],
    ['half a slot', sealed(NONCE, claim([entry('bob', 1.5)]))],
    ['a slot beyond all counting', sealed(NONCE, claim([entry('bob', 2 ** 53)]))],
    ['a slot that is a text', sealed(NONCE, claim([entry('bob', '1')]))],
    ['an entry of two', sealed(NONCE, claim([entry('bob', 1).slice(0, 2)]))],
    ['an entry of four', sealed(NONCE, claim([[...entry('bob', 1), 1]]))],
    ['an entry that is an object', sealed(NONCE, claim([seen('bob', 1)]))],
    ['an entry that only looks like a list', sealed(NONCE, claim([{ ...entry('bob', 1), length: 3 }]))],
  ])('with %s is malformed', (_, body) => {
    expect(open(body)).toBe('malformed-view');
  });
});

describe('a message under a number that is no place', () => {
  test.each([0, -1, 1.5, 2 ** 53, Number.NaN])('%d is refused, and silences nobody', (seq) => {
    const { alice, bob } = pair();
    const { header, body } = bob.write('hi', 1);
    const opened = alice.layer.open(body, { header: { ...header, seq }, now: 0 });
    expect(opened).toEqual({ ok: false, code: 'malformed-view' });
    alice.read({ header, body });
    const view = alice.claim();
    expect(view.every(({ slot }) => Number.isSafeInteger(slot))).toBe(true);
    expect(view.at(-1)).toMatchObject({ author: 'bob', slot: 1 });
  });
});

describe('views that are compared', () => {
  test('raise nothing and mark nothing while all see the same', () => {
    const { net, alice, bob } = pair();
    for (let seq = 1; seq <= 20; seq++)
      for (const [author, others] of [
        [alice, [alice, bob]],
        [bob, [alice, bob]],
      ] as const) {
        const message = author.write(`message ${seq}`, seq);
        for (const other of others) expect(other.read(message)).toBe('shown');
      }
    for (const speaker of [alice, bob])
      for (const said of net.saidBy(() => speaker.look()))
        for (const other of [alice, bob]) expect(other.layer.hear!(said)).toBeNull();
    expect([alice.alarms, bob.alarms]).toEqual([[], []]);
  });

  test('tell of what was held back, at the next message, and the user sees that one with a warning', () => {
    const { alice, bob } = pair();
    bob.read(alice.write('held back from her own device, too', 1));
    const next = bob.write('next', 1);
    expect(alice.read(next)).toBe('shown with a warning');
    expect(alice.alarms).toEqual(['unknown-view alice lab 1']);
    expect(bob.alarms).toEqual([]);
  });

  test('tell of what came in another order, each message by its author and place', () => {
    const { alice, bob } = pair();
    const [hers, his] = [alice.write('hers', 1), bob.write('his', 1)];
    for (const message of [hers, his]) expect(alice.read(message)).toBe('shown');
    for (const message of [his, hers]) expect(bob.read(message)).toBe('shown');
    expect(alice.read(bob.write('next', 2))).toBe('shown with a warning');
    expect(alice.alarms).toEqual(['view-differs bob lab 1', 'view-differs alice lab 1']);
  });

  test('tell of each thing once, however often it is told, and of the next thing again', () => {
    const { alice } = alone();
    alice.layer.hear!(word('alice', { says: 'hello' }));
    const [arrival] = alice.claim();
    const tell = (count: number, ...told: ReturnType<typeof seen>[]) =>
      alice.layer.hear!(word('bob', { count, claim: [arrival!, ...told] }));
    for (const count of [1, 2, 3]) expect(tell(count, seen('carol', 1))).toBeNull();
    expect(alice.alarms).toEqual(['unknown-view carol lab 1']);
    tell(4, seen('carol', 1), seen('carol', 2), seen('dave', 1));
    expect(alice.alarms.slice(1)).toEqual(['unknown-view carol lab 2', 'unknown-view dave lab 1']);
  });

  test('tell of the same thing in two ways where both are true, one after the other', () => {
    const { alice, bob } = pair();
    const view = alice.claim();
    alice.layer.hear!(word('bob', { count: 9, claim: [...view, seen('bob', 1)] }));
    expect(alice.read(bob.write('late', 1))).toBe('shown');
    alice.layer.hear!(word('bob', { count: 10, sent: 1, claim: [...view, seen('bob', 1)] }));
    expect(alice.alarms).toEqual(['unknown-view bob lab 1', 'view-differs bob lab 1']);
  });

  test('raise no alarm for an arrival, which has no place among the messages, and for a message they do', () => {
    const { alice } = alone();
    alice.layer.hear!(word('alice', { says: 'hello' }));
    const [arrival] = alice.claim();
    const body = (slot: number) =>
      utf8(
        `${NONCE}.${encodeBase64url(utf8(JSON.stringify([arrival!, seen('carol', slot)].map(entryOf))))}.hi`,
      );
    expect(alice.read({ header: { ...HEADER, nick: 'bob', seq: 1 }, body: body(0) })).toBe(
      'shown with a warning',
    );
    expect(alice.alarms).toEqual([]);
    expect(alice.read({ header: { ...HEADER, nick: 'bob', seq: 2 }, body: body(1) })).toBe(
      'shown with a warning',
    );
    expect(alice.alarms).toEqual(['unknown-view carol lab 1']);
  });

  test('cannot be made incomparable by a relay that writes something else behind each arrival', () => {
    const { net, alice, bob } = pair();
    const [hello] = net.saidBy(() => bob.layer.joined!(ROOM, ['alice', 'bob']));
    for (const [member, more] of [
      [alice, '.for Alice'],
      [bob, '.for Bob'],
    ] as const) {
      expect(member.layer.hear!({ ...hello!, body: `${hello!.body}${more}` })).toBe('bad-beat');
      expect(member.layer.hear!(hello!)).toBeNull();
    }
    expect(alice.claim().at(-1)).toEqual(bob.claim().at(-1));
  });

  test('are kept apart by room: what was seen in one is nothing in the other', () => {
    const { alice } = alone();
    for (const room of [ROOM, 'den']) alice.layer.hear!(word('alice', { says: 'hello', count: 5 }, room));
    const [arrival] = alice.claim('den');
    alice.layer.hear!(word('bob', { claim: [arrival!, seen('carol', 1)] }));
    expect(alice.alarms).toEqual([]);
    alice.layer.hear!(word('bob', { claim: [arrival!, seen('carol', 1)] }, 'den'));
    expect(alice.alarms).toEqual(['unknown-view carol den 1']);
    alice.layer.hear!(word('bob', { count: 2, claim: [...alice.claim(), seen('carol', 1)] }));
    expect(alice.alarms.slice(1)).toEqual(['unknown-view carol lab 1']);
  });
});

describe('what a member says to have sent', () => {
  /** Alice has heard of Bob when he had said nothing yet. */
  const met = () => {
    const all = alone('bob');
    expect(all.alice.layer.hear!(word('bob', { says: 'hello', count: 1 }))).toBeNull();
    const hears = (says: string, count: number, sent: number, nick = 'bob') => {
      expect(all.alice.layer.hear!(word(nick, { says, count, sent }))).toBeNull();
      return all.alice.alarms.splice(0);
    };
    return { ...all, bob: all.net.start('bob'), hears };
  };

  test.each(['beat', 'here', 'bye', 'hello'])(
    'and has not come here is told of at a %s, each message once',
    (says) => {
      const { hears } = met();
      expect(hears('beat', 2, 0)).toEqual([]);
      expect(hears('beat', 3, 1)).toEqual(['unknown-view bob lab 1']);
      expect(hears(says, 4, 3)).toEqual(['unknown-view bob lab 2', 'unknown-view bob lab 3']);
    },
  );

  test.each(['beat', 'here', 'hello'])('and has come here is nothing to tell of at a %s', (says) => {
    const { alice, bob, hears } = met();
    for (const seq of [1, 2]) expect(alice.read(bob.write('hello', seq))).toBe('shown');
    expect(hears(says, 2, 2)).toEqual([]);
    expect(hears(says, 3, 1)).toEqual([]);
    expect(hears(says, 4, 4)).toEqual(['unknown-view bob lab 3', 'unknown-view bob lab 4']);
  });

  test('may be any number: the last 64 places are told of, and no more', () => {
    const slots = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `unknown-view bob lab ${from + index}`);
    expect(met().hears('beat', 2, 64)).toEqual(slots(1, 64));
    expect(met().hears('beat', 2, 65)).toEqual(slots(2, 65));
    const most = Number.MAX_SAFE_INTEGER;
    expect(met().hears('beat', 2, most)).toEqual(slots(most - 63, most));
  });

  test('before she was first heard here is nobody’s loss: it counts from there', () => {
    const { hears } = met();
    expect(hears('hello', 1, 5, 'carol')).toEqual([]);
    expect(hears('beat', 2, 5, 'carol')).toEqual([]);
    expect(hears('beat', 3, 7, 'carol')).toEqual(['unknown-view carol lab 6', 'unknown-view carol lab 7']);
  });

  test('tells of what is lacking between two that came', () => {
    const { alice, bob } = pair();
    for (const seq of [1, 2, 3, 4]) {
      const message = bob.write('hello', seq);
      if (seq === 1 || seq === 4) alice.read(message);
    }
    expect(alice.layer.hear!(word('bob', { count: 10, sent: 4 }))).toBeNull();
    expect(alice.alarms).toEqual(['unknown-view bob lab 2', 'unknown-view bob lab 3']);
  });

  test('is not asked of who says hello and was not here before: she may come from anywhere', () => {
    const { alice, hears } = met();
    expect(hears('hello', 1, 3, 'carol')).toEqual([]);
    expect(hears('beat', 2, 4, 'carol')).toEqual(['unknown-view carol lab 4']);
    expect(hears('bye', 2, 0)).toEqual([]);
    expect(hears('hello', 3, 3)).toEqual([]);
    expect(hears('beat', 4, 3)).toEqual([]);
    expect(alice.alarms).toEqual([]);
  });

  test('counts from her first message here, where that came before her first word', () => {
    const { net, alice, hears } = met();
    const carol = net.start('carol');
    expect(alice.read(carol.write('the fifth', 5))).toBe('shown');
    expect(hears('hello', 1, 6, 'carol')).toEqual(['unknown-view carol lab 6']);
    expect(alice.read(carol.write('the eighth', 8))).toBe('shown');
    expect(alice.alarms).toEqual(['unknown-view carol lab 7']);
  });
});

/** Looks after so many seconds more, and answers what she is told. */
const toldAfter = (net: { clock: number }, { alarms, look }: Member, seconds: number): string[] => {
  net.clock += seconds;
  look();
  return alarms.splice(0);
};

describe('an echo', () => {
  test('that does not come back within 5 s is told of, once, by her own device', () => {
    const { net, alice } = alone();
    alice.write('one', 1);
    expect(toldAfter(net, alice, 5)).toEqual([]);
    expect(toldAfter(net, alice, 1)).toEqual(['not-echoed alice lab 1']);
    expect(toldAfter(net, alice, 20)).toEqual([]);
    alice.write('two', 2);
    expect(toldAfter(net, alice, 7)).toEqual(['not-echoed alice lab 2']);
  });

  test('that comes back is not told of, and of several only those that do not', () => {
    const { net, alice } = alone();
    const [, two] = [1, 2, 3].map((seq) => alice.write(`message ${seq}`, seq));
    expect(alice.read(two!)).toBe('shown');
    expect(toldAfter(net, alice, 7)).toEqual(['not-echoed alice lab 1', 'not-echoed alice lab 3']);
    const { net: another, alice: other } = alone();
    for (const seq of [1, 2, 3]) other.read(other.write('message', seq));
    expect(toldAfter(another, other, 7)).toEqual([]);
  });

  test('is not waited for of what she said before this program began', () => {
    const net = members();
    const before = net.start('alice');
    for (const seq of [1, 2, 3, 4]) before.write(`message ${seq}`, seq);
    const back = net.start('alice', before.store);
    const [hello] = net.saidBy(() => back.layer.joined!(ROOM, ['alice']));
    expect(back.layer.hear!(hello!)).toBeNull();
    expect(wordOf(hello!).sent).toBe(4);
    expect(toldAfter(net, back, 7)).toEqual([]);
    back.write('the fifth', 5);
    expect(toldAfter(net, back, 7)).toEqual(['not-echoed alice lab 5']);
  });
});

describe('silence', () => {
  test('of a member who never sent a heartbeat is told of, once, when she has been there for more than 5 s', () => {
    const { net, alice } = alone('bob');
    expect(toldAfter(net, alice, 5)).toEqual([]);
    expect(toldAfter(net, alice, 1)).toEqual(['silence bob lab 1']);
    expect(toldAfter(net, alice, 1)).toEqual([]);
  });

  test('after a heartbeat is told of when that is more than 5 s ago', () => {
    const { net, alice } = alone('bob');
    expect(toldAfter(net, alice, 5)).toEqual([]);
    expect(alice.layer.hear!(word('bob'))).toBeNull();
    expect(toldAfter(net, alice, 5)).toEqual([]);
    expect(toldAfter(net, alice, 1)).toEqual(['silence bob lab 1']);
  });

  test('names the place after the last message that came, and is told once for each', () => {
    const { net, alice } = alone('bob');
    const bob = net.start('bob');
    for (const seq of [1, 2, 3]) alice.read(bob.write('hello', seq));
    expect(toldAfter(net, alice, 7)).toEqual(['silence bob lab 4']);
    expect(toldAfter(net, alice, 20)).toEqual([]);
    alice.read(bob.write('hello', 4));
    expect(toldAfter(net, alice, 20)).toEqual(['silence bob lab 5']);
  });

  test('is not broken by a message: that is no heartbeat', () => {
    const { net, alice } = alone('bob');
    expect(toldAfter(net, alice, 4)).toEqual([]);
    expect(alice.read(net.start('bob').write('hello', 1))).toBe('shown');
    expect(toldAfter(net, alice, 2)).toEqual(['silence bob lab 2']);
  });

  test('is not broken by the answer to an arrival either', () => {
    const { net, alice } = alone('bob');
    expect(toldAfter(net, alice, 4)).toEqual([]);
    expect(alice.layer.hear!(word('bob', { says: 'here' }))).toBeNull();
    expect(toldAfter(net, alice, 2)).toEqual(['silence bob lab 1']);
  });

  test('of somebody whose arrival was held back is told of from her first message, or her first word, on', () => {
    const { net, alice } = alone();
    expect(toldAfter(net, alice, 100)).toEqual([]);
    alice.read(net.start('bob').write('hello', 1));
    alice.layer.hear!(word('carol', { says: 'here', sent: 6 }));
    expect(toldAfter(net, alice, 5)).toEqual([]);
    expect(toldAfter(net, alice, 1)).toEqual([
      'silence bob lab 2',
      ...[1, 2, 3, 4, 5, 6].map((slot) => `unknown-view carol lab ${slot}`),
      'silence carol lab 7',
      'unconfirmed bob lab 1',
    ]);
  });

  test('is not asked of her own device, of who has left, of whom no key is known, or of another room', () => {
    const { net, alice } = alone('bob', 'carol', 'stranger');
    alice.layer.joined!('den', ['alice', 'carol']);
    expect(alice.layer.hear!(word('bob', { says: 'bye' }))).toBeNull();
    expect(toldAfter(net, alice, 7)).toEqual(['silence carol lab 1']);
    alice.look('den');
    expect(alice.alarms).toEqual(['silence carol den 1']);
  });

  test('of who comes back counts from then, with a good-bye before it or without', () => {
    for (const left of [true, false]) {
      const { net, alice } = alone('bob');
      expect(alice.layer.hear!(word('bob', { count: 1 }))).toBeNull();
      if (left) expect(alice.layer.hear!(word('bob', { says: 'bye', count: 2 }))).toBeNull();
      net.clock += 100;
      expect(alice.layer.hear!(word('bob', { says: 'hello', count: 3 }))).toBeNull();
      expect(toldAfter(net, alice, 5)).toEqual([]);
      expect(toldAfter(net, alice, 1)).toEqual(['silence bob lab 1']);
    }
  });
});

describe('what a member does not confirm', () => {
  test('within 5 s is told of, though she speaks, each message once', () => {
    const { net, alice, bob } = pair();
    const lines = [1, 2, 3].map((seq) => alice.write('hello', seq));
    for (const message of lines) alice.read(message);
    bob.read(lines[0]!);
    let count = 10;
    const speaks = (): void => {
      const [beat] = net.saidBy(() => bob.look());
      expect(alice.layer.hear!(word('bob', { ...wordOf(beat!), count: count++ }))).toBeNull();
    };
    net.clock += 5;
    speaks();
    expect(toldAfter(net, alice, 0)).toEqual([]);
    expect(toldAfter(net, alice, 1)).toEqual(['unconfirmed alice lab 2', 'unconfirmed alice lab 3']);
    speaks();
    expect(toldAfter(net, alice, 1)).toEqual([]);
    for (const message of lines.slice(1)) bob.read(message);
    speaks();
    const fourth = alice.write('hello', 4);
    alice.read(fourth);
    bob.read(fourth);
    speaks();
    expect(toldAfter(net, alice, 5)).toEqual([]);
  });

  test('is nothing that was said before she came, and nothing of her own', () => {
    const { net, alice } = alone();
    alice.read(alice.write('before', 1));
    expect(alice.layer.hear!(word('bob', { says: 'hello' }))).toBeNull();
    alice.read(alice.write('after', 2));
    alice.read(net.start('bob').write('hers', 1));
    expect(toldAfter(net, alice, 7)).toEqual(['silence bob lab 2', 'unconfirmed alice lab 2']);
  });

  test('is told of though she says that she is new here, if she was here before', () => {
    const { net, alice } = alone('bob');
    expect(alice.layer.hear!(word('bob', { says: 'here' }))).toBeNull();
    alice.read(alice.write('kept from her', 1));
    expect(alice.layer.hear!(word('bob', { says: 'hello', count: 2 }))).toBeNull();
    expect(toldAfter(net, alice, 7)).toContain('unconfirmed alice lab 1');
  });

  test('is all of it, however much', () => {
    const { net, alice } = alone('bob');
    for (let seq = 1; seq <= 200; seq++) alice.read(alice.write('hello', seq));
    const slots = Array.from({ length: 200 }, (_, index) => `unconfirmed alice lab ${index + 1}`);
    expect(toldAfter(net, alice, 7)).toEqual(['silence bob lab 1', ...slots]);
  });

  test('is what lies before a claim that begins behind her last: there she may have been shown anything', () => {
    const { net, alice, bob } = pair();
    const lines = Array.from({ length: 40 }, (_, index) => alice.write('hello', index + 1));
    for (const message of lines) alice.read(message);
    for (const message of lines) bob.read(message);
    const speaks = (claim: readonly Seen[]): null | string =>
      alice.layer.hear!(word('bob', { count: net.said.length + 9, claim }));
    // What she saw last tells nothing of what she saw first.
    expect(speaks(bob.claim())).toBeNull();
    const gap = Array.from({ length: 24 }, (_, index) => `unconfirmed alice lab ${index + 1}`);
    expect(alice.alarms.splice(0)).toEqual(gap);
    // It is told once, and nothing follows from it.
    expect(toldAfter(net, alice, 5)).toEqual([]);
  });

  test('is nothing where her claims follow one another', () => {
    const { net, alice, bob } = pair();
    const lines = Array.from({ length: 40 }, (_, index) => alice.write('hello', index + 1));
    for (const message of lines) alice.read(message);
    for (const message of lines)
      for (const control of net.saidBy(() => bob.read(message)))
        expect(alice.layer.hear!(control)).toBeNull();
    expect(toldAfter(net, alice, 5)).toEqual([]);
  });

  test('when she leaves is told of at once, unless it was said just before', () => {
    const { net, alice, bob } = pair();
    alice.read(alice.write('kept from her', 1));
    net.clock += 2;
    alice.read(alice.write('just said', 2));
    const [bye] = net.saidBy(() => bob.layer.leaving!(ROOM));
    expect(alice.layer.hear!(bye!)).toBeNull();
    expect(alice.alarms.splice(0)).toEqual(['unconfirmed alice lab 1']);
    expect(toldAfter(net, alice, 20)).toEqual([]);
  });
});

describe('a member whose arrival never came here', () => {
  test.each(['her first word', 'her first message'])(
    'is told of likewise where %s was no heartbeat',
    (first) => {
      const { net, alice } = alone();
      const bob = net.start('bob');
      alice.read(alice.write('kept from him', 1));
      bob.write('kept from her', 1);
      if (first === 'her first word') alice.layer.hear!(word('bob', { says: 'here', sent: 1 }));
      else alice.read(bob.write('second', 2));
      expect(toldAfter(net, alice, 0)).toEqual([]);
      expect(alice.layer.hear!(word('bob', { count: 2, sent: 2 }))).toBeNull();
      expect(alice.alarms.splice(0)).toContain('unknown-view bob lab 1');
      expect(toldAfter(net, alice, 6)).toContain('unconfirmed alice lab 1');
    },
  );

  test('is told of after 5 s where she does not speak again, and not at all where she says hello by then', () => {
    for (const isLate of [true, false]) {
      const { net, alice } = alone();
      alice.read(alice.write('kept from him', 1));
      alice.read(net.start('bob').write('second', 2));
      expect(toldAfter(net, alice, 5)).toEqual([]);
      if (!isLate) alice.layer.hear!(word('bob', { says: 'hello', sent: 2 }));
      const told = ['unknown-view bob lab 1', 'silence bob lab 3', 'unconfirmed alice lab 1'];
      expect(toldAfter(net, alice, 1)).toEqual(isLate ? told : []);
    }
  });

  test('is told of by all that she has said, and all that she has not confirmed, once she speaks regularly', () => {
    const { net, alice } = alone();
    alice.read(alice.write('hello', 1));
    expect(alice.layer.hear!(word('bob', { sent: 2 }))).toBeNull();
    expect(alice.alarms.splice(0)).toEqual(['unknown-view bob lab 1', 'unknown-view bob lab 2']);
    expect(toldAfter(net, alice, 6)).toEqual(['silence bob lab 3', 'unconfirmed alice lab 1']);
  });
});

describe('who enters', () => {
  /** Bob comes to Alice; what each says goes where the test lets it. */
  const entering = (...roster: string[]) => {
    const net = members();
    const [alice, bob] = [net.start('alice'), net.start('bob')];
    alice.layer.hear!(net.saidBy(() => alice.layer.joined!(ROOM, ['alice']))[0]!);
    const [hello] = net.saidBy(() => bob.layer.joined!(ROOM, ['bob', ...roster]));
    const isEntering = (): boolean => bob.layer.isEntering!(ROOM);
    return { net, alice, bob, hello: hello!, isEntering };
  };

  test('alone is there when her own arrival has come back to her', () => {
    const { bob, hello, isEntering } = entering();
    expect(isEntering()).toBe(true);
    expect(bob.layer.hear!(hello)).toBeNull();
    expect(isEntering()).toBe(false);
  });

  test('is there when everybody on the roster has said to have seen her arrival, and not before', () => {
    const { net, alice, bob, hello, isEntering } = entering('alice');
    expect(bob.layer.hear!(hello)).toBeNull();
    expect(isEntering()).toBe(true);
    // What Alice says without having heard of Bob lets nobody in.
    const [before] = net.saidBy(() => alice.look());
    expect(bob.layer.hear!(before!)).toBeNull();
    expect(isEntering()).toBe(true);
    const [here] = net.saidBy(() => alice.layer.hear!(hello));
    expect(wordOf(here!).says).toBe('here');
    expect(bob.layer.hear!(here!)).toBeNull();
    expect(isEntering()).toBe(false);
  });

  test('does not wait for who leaves, or for whom no key is known', () => {
    const { net, alice, bob, hello, isEntering } = entering('alice', 'stranger');
    bob.layer.hear!(hello);
    expect(isEntering()).toBe(true);
    const [bye] = net.saidBy(() => alice.layer.leaving!(ROOM));
    expect(bob.layer.hear!(bye!)).toBeNull();
    expect(isEntering()).toBe(false);
  });

  test('says it again at each beat until then: somebody may have come at the same time', () => {
    const { net, alice, bob, hello, isEntering } = entering('alice');
    bob.layer.hear!(hello);
    const says = (): (string | undefined)[] => net.saidBy(() => bob.look()).map((said) => wordOf(said).says);
    expect([says(), says()]).toEqual([['hello'], ['hello']]);
    const [again] = net.saidBy(() => bob.look());
    const [here] = net.saidBy(() => alice.layer.hear!(again!));
    expect(bob.layer.hear!(here!)).toBeNull();
    expect(isEntering()).toBe(false);
    expect(says()).toEqual(['beat']);
  });

  test('is not taken for there because somebody else came: each arrival is another', () => {
    const { net, alice, bob, hello, isEntering } = entering('alice');
    bob.layer.hear!(hello);
    const carol = net.start('carol');
    const [hers] = net.saidBy(() => carol.layer.joined!(ROOM, ['alice', 'carol']));
    const [here] = net.saidBy(() => alice.layer.hear!(hers!));
    expect(bob.layer.hear!(here!)).toBeNull();
    expect(isEntering()).toBe(true);
  });
});

describe('after a restart', () => {
  /** Bob's program starts anew; everybody hears what it says, and it hears the answers. */
  const restarted = ({ net, alice, bob }: ReturnType<typeof pair>): Member => {
    const back = net.start('bob', bob.store);
    const [hello] = net.saidBy(() => back.layer.joined!(ROOM, ['alice', 'bob']));
    back.layer.hear!(hello!);
    const [here] = net.saidBy(() => alice.layer.hear!(hello!));
    expect(back.layer.hear!(here!)).toBeNull();
    return back;
  };
  const said = (of: ReturnType<typeof pair>, seq: number, ...readers: Member[]): void => {
    const message = of.alice.write(`message ${seq}`, seq);
    const words = of.net.saidBy(() => {
      for (const reader of [of.alice, ...readers]) reader.read(message);
    });
    for (const control of words)
      for (const hearer of [of.alice, ...readers]) expect(hearer.layer.hear!(control)).toBeNull();
  };

  test('nothing is wrong where nothing was missed', () => {
    const all = pair();
    for (let seq = 1; seq <= 40; seq++) said(all, seq, all.bob);
    const back = restarted(all);
    said(all, 41, back);
    for (const beat of all.net.saidBy(() => all.alice.look())) expect(back.layer.hear!(beat)).toBeNull();
    for (const beat of all.net.saidBy(() => back.look())) expect(all.alice.layer.hear!(beat)).toBeNull();
    expect(toldAfter(all.net, all.alice, 5)).toEqual([]);
    expect(back.alarms).toEqual([]);
    expect(back.layer.isEntering!(ROOM)).toBe(false);
  });

  test('a member knows what was kept from her meanwhile, and the others that she does not', () => {
    const all = pair();
    said(all, 1, all.bob);
    said(all, 2);
    const back = restarted(all);
    expect(back.alarms).toEqual(['unknown-view alice lab 2']);
    expect(toldAfter(all.net, all.alice, 7)).toContain('unconfirmed alice lab 2');
  });

  test('she knows who was here, whatever the roster says, and what was missing before', () => {
    const all = pair();
    said(all, 1, all.bob);
    said(all, 2);
    said(all, 3, all.bob);
    const back = all.net.start('bob', all.bob.store);
    const [hello] = all.net.saidBy(() => back.layer.joined!(ROOM, ['bob']));
    back.layer.hear!(hello!);
    expect(back.layer.isEntering!(ROOM)).toBe(false);
    expect(toldAfter(all.net, back, 6)).toEqual(['silence alice lab 4']);
    expect(back.layer.hear!(word('alice', { count: 99, sent: 3 }))).toBeNull();
    expect(back.alarms).toEqual(['unknown-view alice lab 2']);
  });

  test('she knows what nobody has confirmed yet', () => {
    const all = pair();
    const message = all.bob.write('from her', 1);
    all.bob.read(message);
    const back = all.net.start('bob', all.bob.store);
    back.layer.joined!(ROOM, ['bob']);
    expect(toldAfter(all.net, back, 6)).toEqual(['silence alice lab 1', 'unconfirmed bob lab 1']);
  });

  test('who had left remembers nothing: what was said meanwhile was not for her', () => {
    const all = pair();
    said(all, 1, all.bob);
    const [bye] = all.net.saidBy(() => all.bob.layer.leaving!(ROOM));
    all.alice.layer.hear!(bye!);
    said(all, 2);
    for (const back of [restarted(all), restarted({ ...all, bob: all.bob })]) {
      expect(back.alarms).toEqual([]);
      expect(wordOf(all.net.saidBy(() => back.look())[0]!).claim.map(({ author }) => author)).not.toContain(
        'alice',
      );
    }
    expect(all.alice.alarms).toEqual([]);
  });
});
