import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { encodeBase64url } from '../../src/model/base64.js';
import { concat, lengthPrefixed, utf8 } from '../../src/model/bytes.js';
import type { Control } from '../../src/model/defense.js';
import { keysOf, personalKey } from '../support/keys.js';
import { withBitFlipped } from '../support/sealed.js';
import { type Member, members, ROOM, signed, signedText, word, wordOf } from '../support/transcripts.js';

const told = (said: readonly Control[]) =>
  said.map((control) => {
    const { says, count, sent } = wordOf(control);
    return `${control.nick} ${control.room} ${says} ${count} ${sent}`;
  });

const hears = (alice: Member, control: Control) => alice.layer.hear!(control);

describe('a device says', () => {
  test('hello when it enters and until it is there, a heartbeat at every beat and bye when it leaves, each with its count', () => {
    const { saidBy, start } = members();
    const alice = start('alice');
    const [hello] = saidBy(() => alice.layer.joined!(ROOM, ['alice']));
    expect(told([hello!])).toEqual(['alice lab hello 1 0']);
    expect(told(saidBy(() => alice.look()))).toEqual(['alice lab hello 2 0']);
    expect(hears(alice, hello!)).toBeNull();
    for (const seq of [1, 2]) alice.write('hi', seq);
    expect(told(saidBy(() => alice.look()))).toEqual(['alice lab beat 3 2']);
    expect(told(saidBy(() => alice.layer.leaving!(ROOM)))).toEqual(['alice lab bye 4 2']);
    expect(told(saidBy(() => alice.layer.joined!('den', ['alice'])))).toEqual(['alice den hello 1 0']);
  });

  test('here to who arrives, and nothing to any other word', () => {
    const { saidBy, start } = members();
    const alice = start('alice');
    alice.write('hi', 7);
    const answers = (nick: string, says: string, count: number) =>
      told(saidBy(() => expect(hears(alice, word(nick, { says, count }))).toBeNull()));
    expect(answers('bob', 'hello', 1)).toEqual(['alice lab here 1 7']);
    for (const [index, says] of ['here', 'beat', 'bye'].entries())
      expect(answers('bob', says, index + 2)).toEqual([]);
    expect(answers('carol', 'hello', 1)).toEqual(['alice lab here 2 7']);
    expect(answers('alice', 'hello', 1)).toEqual([]);
  });

  test('what it has seen, the arrival that it answers, too', () => {
    const { saidBy, start } = members();
    const [alice, bob] = [start('alice'), start('bob')];
    alice.read(bob.write('hi', 1));
    const [here] = saidBy(() => hears(alice, word('bob', { says: 'hello' })));
    const claims = (claim: readonly { author: string; slot: number }[]) =>
      claim.map(({ author, slot }) => `${author} ${slot}`);
    expect(claims(wordOf(here!).claim)).toEqual(['bob 1', 'bob 0']);
    expect(claims(alice.claim())).toEqual(['bob 1', 'bob 0']);
  });

  test('every word so that the others take it, and under the published domain', () => {
    const { said, start } = members();
    const [alice, bob] = [start('alice'), start('bob')];
    alice.layer.joined!(ROOM, ['alice']);
    hears(alice, said[0]!);
    alice.look();
    alice.layer.leaving!(ROOM);
    for (const control of [...said]) {
      expect(control).toEqual(word('alice', wordOf(control)));
      expect(hears(bob, control)).toBeNull();
    }
    expect(said.map((control) => wordOf(control).says)).toEqual(['hello', 'beat', 'bye', 'here']);
  });
});

describe('an arrival', () => {
  test('is seen in slot 0, with the published digest of room, nick and the whole of its frame', () => {
    const alice = members().start('alice');
    const hello = word('bob', { says: 'hello' });
    hears(alice, hello);
    const fields = lengthPrefixed('mallory/v1/transcript/arrival', ROOM, 'bob', hello.body);
    const digest = createHash('sha256').update(fields).digest('hex').slice(0, 32);
    expect(alice.claim()).toEqual([{ author: 'bob', slot: 0, digest }]);
  });

  test('is the only word that is seen', () => {
    const alice = members().start('alice');
    for (const [index, says] of ['here', 'beat', 'bye'].entries())
      expect(hears(alice, word('bob', { says, count: index + 1 }))).toBeNull();
    expect(alice.claim()).toEqual([]);
  });
});

describe('a word', () => {
  test('is heard once: again, or an earlier one, it is a bad beat and says nothing', () => {
    const alice = members().start('alice');
    const words = [1, 2, 5].map((count) => word('bob', { count, sent: 0 }));
    for (const control of words) expect(hears(alice, control)).toBeNull();
    for (const control of words) expect(hears(alice, control)).toBe('bad-beat');
    for (const count of [0, 3, 4, 5]) expect(hears(alice, word('bob', { count }))).toBe('bad-beat');
    expect(hears(alice, word('bob', { count: 5, sent: 9 }))).toBe('bad-beat');
    expect(alice.alarms).toEqual([]);
    expect(hears(alice, word('bob', { count: 6, sent: 1 }))).toBeNull();
    expect(alice.alarms).toEqual(['unknown-view bob lab 1']);
  });

  test('is counted for each member in each room', () => {
    const alice = members().start('alice');
    expect(hears(alice, word('bob', { count: 5 }))).toBeNull();
    expect(hears(alice, word('carol', { count: 1 }))).toBeNull();
    expect(hears(alice, word('bob', { count: 1 }, 'den'))).toBeNull();
    expect(hears(alice, word('bob', { count: 2 }, 'den'))).toBeNull();
    expect(hears(alice, word('bob', { count: 2 }))).toBe('bad-beat');
  });

  test('that was heard before a restart is a bad beat after it, and the next one counts', () => {
    const net = members();
    const before = net.start('alice');
    const beat = word('bob', { count: 3 });
    expect(hears(before, beat)).toBeNull();
    const after = net.start('alice', before.store);
    expect(hears(after, beat)).toBe('bad-beat');
    expect(hears(after, word('bob', { count: 4 }))).toBeNull();
    expect(hears(net.start('alice'), beat)).toBeNull();
  });

  test('has a number above all those from before a restart', () => {
    const { saidBy, start } = members();
    const before = start('alice');
    before.layer.joined!(ROOM, ['alice']);
    before.look();
    const again = start('alice', before.store);
    expect(told(saidBy(() => again.layer.joined!(ROOM, ['alice'])))).toEqual(['alice lab hello 3 0']);
  });

  test('tells after a restart, too, how much was said before: nobody misses that', () => {
    const { saidBy, start } = members();
    const [bob, before] = [start('bob'), start('alice')];
    for (const seq of [1, 2, 3]) before.write('hi', seq);
    const alice = start('alice', before.store);
    const [hello] = saidBy(() => alice.layer.joined!(ROOM, ['alice', 'bob']));
    expect(wordOf(hello!)).toMatchObject({ says: 'hello', sent: 3 });
    expect(hears(bob, hello!)).toBeNull();
    alice.write('held back', 4);
    const [beat] = saidBy(() => alice.look());
    expect(hears(bob, beat!)).toBeNull();
    expect(bob.alarms).toEqual(['unknown-view alice lab 4']);
  });

  test('does not count what was sealed and never sent, and its author does not wait for it', () => {
    const { saidBy, start } = members();
    const [alice, bob] = [start('alice'), start('bob')];
    const first = alice.write('hi', 1);
    bob.read(first);
    alice.read(first);
    alice.draft('too large for a frame', 2);
    const [beat] = saidBy(() => alice.look());
    expect(wordOf(beat!)).toMatchObject({ says: 'beat', sent: 1 });
    expect(hears(bob, beat!)).toBeNull();
    expect([...alice.alarms, ...bob.alarms]).toEqual([]);
  });

  test('that is refused changes nothing: who was silent is silent still, and nobody is answered', () => {
    const net = members();
    const alice = net.start('alice');
    alice.layer.joined!(ROOM, ['alice', 'bob']);
    const hello = word('bob', { says: 'hello', count: 1 });
    expect(hears(alice, hello)).toBeNull();
    net.clock += 10;
    expect(net.saidBy(() => expect(hears(alice, hello)).toBe('bad-beat'))).toEqual([]);
    expect(hears(alice, { ...word('bob', { count: 2 }), room: 'den' })).toBe('bad-beat');
    alice.look();
    expect(alice.alarms).toEqual(['silence bob lab 1']);
  });
});

describe('a word is hers whose signature it bears', () => {
  const beat = word('bob');
  const [tag, text] = beat.body.split('.') as [string, string];
  const payload = JSON.stringify(wordOf(beat));

  test.each([
    ['for another room', { ...beat, room: 'den' }],
    ['under another name', { ...beat, nick: 'carol' }],
    ['of a stranger', word('nobody')],
    ['of a stranger, in a member’s name', signed('bob', payload, { secret: personalKey('x').secret })],
    ['signed for another use', signed('bob', payload, { domain: 'mallory/v1/epoch' })],
    ['signed for no use', signed('bob', payload, { domain: '' })],
    ['with another text', { ...beat, body: `${tag}.${word('bob', { count: 2 }).body.split('.')[1]}` }],
    [
      'with one bit of its signature changed',
      { ...beat, body: `${withBitFlipped(tag, 'base64url', 40)}.${text}` },
    ],
    ['without a signature', { ...beat, body: `.${text}` }],
    ['that is a text alone', { ...beat, body: text }],
    ['that is a signature alone', { ...beat, body: tag }],
    ['that is empty', { ...beat, body: '' }],
    ['with a signature that is no base64url', { ...beat, body: `!!!!.${text}` }],
    ['with a signature without its padding', { ...beat, body: `${tag.replaceAll('=', '')}.${text}` }],
    [
      'with a signature that is too short',
      { ...beat, body: `${encodeBase64url(Buffer.from(tag, 'base64url').subarray(0, 63))}.${text}` },
    ],
    [
      'with a signature that is too long',
      {
        ...beat,
        body: `${encodeBase64url(concat(Buffer.from(tag, 'base64url'), new Uint8Array(1)))}.${text}`,
      },
    ],
    ['with something behind it', { ...beat, body: `${beat.body}.` }],
    ['with another text behind it', { ...beat, body: `${beat.body}.${text}` }],
  ])('%s it is a bad beat', (_, control) => {
    const alice = members().start('alice');
    expect(hears(alice, control)).toBe('bad-beat');
    expect(hears(alice, beat)).toBeNull();
  });

  test('and under a key of small order it is nobody’s, though one signature fits every word', () => {
    const identity = new Uint8Array(32).with(0, 1);
    const pinned = { get: () => identity };
    const net = members();
    const alice = net.start('alice', new Map(), { ...keysOf('alice'), pinned });
    const universal = encodeBase64url(concat(identity, new Uint8Array(32)));
    expect(hears(alice, { ...beat, body: `${universal}.${text}` })).toBe('bad-beat');
    expect(hears(net.start('alice'), beat)).toBeNull();
  });
});

describe('what a member signs is still untrusted', () => {
  const sound = { says: 'beat', count: 1, sent: 0, claim: [['x', 1, '']] };
  const heard = (value: unknown) => hears(members().start('alice'), signed('bob', JSON.stringify(value)));

  test.each(['hello', 'here', 'bye', 'beat'])('"%s" is a word', (says) => {
    expect(heard({ ...sound, says })).toBeNull();
  });

  test.each([
    ['with the largest count', { count: Number.MAX_SAFE_INTEGER }],
    ['with the largest number of messages', { sent: Number.MAX_SAFE_INTEGER }],
    ['with an empty claim', { claim: [] }],
    ['with 64 entries', { claim: Array.from({ length: 64 }, () => sound.claim[0]) }],
    ['with a field that nobody knows', { more: true }],
  ])('%s it is heard', (_, change) => {
    expect(heard({ ...sound, ...change })).toBeNull();
  });

  test.each([
    ['that says nothing', { says: undefined }],
    ['that says something else', { says: 'howdy' }],
    ['that says hello in a list', { says: ['hello'] }],
    ['without a count', { count: undefined }],
    ['counted zero', { count: 0 }],
    ['counted below zero', { count: -1 }],
    ['counted by half', { count: 1.5 }],
    ['counted beyond all counting', { count: 2 ** 53 }],
    ['counted in letters', { count: '1' }],
    ['without a number of messages', { sent: undefined }],
    ['with less than no messages', { sent: -1 }],
    ['with half a message', { sent: 0.5 }],
    ['with messages in letters', { sent: '7' }],
    ['without a claim', { claim: undefined }],
    ['with null for a claim', { claim: null }],
    ['with a text for a claim', { claim: 'x' }],
    ['with something like a list for a claim', { claim: { length: 1 } }],
    ['with 65 entries', { claim: Array.from({ length: 65 }, () => sound.claim[0]) }],
    ['with an unsound entry', { claim: [...sound.claim, null] }],
  ])('%s it is a bad beat', (_, change) => {
    expect(heard({ ...sound, ...change })).toBe('bad-beat');
  });

  test.each<[string, string | Uint8Array]>([
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
    ['no JSON', '{'],
    ['nothing', ''],
    ['no UTF-8', new Uint8Array([0xff])],
  ])('%s is a bad beat', (_, payload) => {
    expect(hears(members().start('alice'), signed('bob', payload))).toBe('bad-beat');
  });

  test('a text that is no base64url is a bad beat, though it is signed', () => {
    const text = encodeBase64url(utf8(JSON.stringify(sound)));
    const spelt = text.replaceAll('=', '');
    expect(spelt).not.toBe(text);
    for (const bad of [spelt, '!!!!', ''])
      expect(hears(members().start('alice'), signedText('bob', bad))).toBe('bad-beat');
    expect(hears(members().start('alice'), signedText('bob', text))).toBeNull();
  });
});
