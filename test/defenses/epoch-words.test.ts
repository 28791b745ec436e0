import { describe, expect, test } from 'vitest';
import { type Numbered, spoken, wordIn } from '../../src/defenses/epoch-words.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { concat, utf8 } from '../../src/model/bytes.js';
import type { Control } from '../../src/model/defense.js';
import { keysOf, personalKey } from '../support/keys.js';
import { withBitFlipped } from '../support/sealed.js';
import { ROOM, signedText } from '../support/transcripts.js';

const DOMAIN = 'mallory/v1/epoch';
const ASK = { says: 'ask', key: 'a key', count: 1 } as const;
const EPOCH = { says: 'epoch', epoch: 3, count: 2 } as const;
const LEAVE = { says: 'leave', count: 4 } as const;
const WRAP = {
  says: 'wrap',
  epoch: 1,
  to: 'bob',
  asked: 'her key',
  key: 'his key',
  sealed: 'sealed',
  checkpoints: { sequence: '[]' },
  count: 3,
} as const;

const heard = (control: Control, pinned = keysOf('carol').pinned): Numbered | null =>
  wordIn(control, { ...keysOf('carol'), pinned });

/** A payload that Bob has signed, whatever it is. */
const signed = (payload: string | Uint8Array): Control =>
  signedText('bob', encodeBase64url(typeof payload === 'string' ? utf8(payload) : payload), {
    domain: DOMAIN,
  });
const signedWord = (word: unknown): Numbered | null => heard(signed(JSON.stringify(word)));

describe('a word about epochs', () => {
  test.each<[string, Numbered]>([
    ['ask', ASK],
    ['epoch', EPOCH],
    ['wrap', WRAP],
    ['leave', LEAVE],
  ])('%s is heard as it was spoken, signed as docs/wire-format.md says', (_, word) => {
    const body = spoken(ROOM, 'bob', word, keysOf('bob'));
    expect(heard({ room: ROOM, nick: 'bob', body })).toEqual(word);
    expect(signed(JSON.stringify(word)).body).toBe(body);
  });

  test('has a count from 1 up to the largest whole number', () => {
    for (const count of [1, 2, Number.MAX_SAFE_INTEGER])
      expect(signedWord({ ...LEAVE, count })).toEqual({ ...LEAVE, count });
    for (const count of [undefined, null, 0, -1, 1.5, 2 ** 53, '1', true, [1]])
      expect(signedWord({ ...LEAVE, count })).toBeNull();
  });

  test('is one of the four', () => {
    for (const says of [undefined, null, '', 'hello', 'Leave', ['leave'], 1])
      expect(signedWord({ ...WRAP, ...ASK, says })).toBeNull();
  });

  test('that asks tells a key', () => {
    expect(signedWord({ ...ASK, key: '' })).toEqual({ ...ASK, key: '' });
    for (const key of [undefined, null, 1, ['a key'], {}]) expect(signedWord({ ...ASK, key })).toBeNull();
  });

  test('that announces tells a number from 1 on', () => {
    for (const epoch of [1, Number.MAX_SAFE_INTEGER])
      expect(signedWord({ ...EPOCH, epoch })).toEqual({ ...EPOCH, epoch });
    for (const epoch of [undefined, null, 0, -1, 1.5, 2 ** 53, '1'])
      expect(signedWord({ ...EPOCH, epoch })).toBeNull();
  });

  test.each(['to', 'asked', 'key', 'sealed'])('that wraps tells "%s" as a text', (name) => {
    expect(signedWord({ ...WRAP, [name]: 'other' })).toEqual({ ...WRAP, [name]: 'other' });
    for (const value of [undefined, null, 1, ['bob'], {}])
      expect(signedWord({ ...WRAP, [name]: value })).toBeNull();
  });

  test('that wraps tells of an epoch from 1 on', () => {
    expect(signedWord({ ...WRAP, epoch: 2 })).toEqual({ ...WRAP, epoch: 2 });
    for (const epoch of [undefined, 0, 0.5, '1']) expect(signedWord({ ...WRAP, epoch })).toBeNull();
  });

  test('that wraps tells checkpoints, all of them texts, or none', () => {
    for (const checkpoints of [{}, { sequence: '' }, { sequence: '[]', other: 'x' }])
      expect(signedWord({ ...WRAP, checkpoints })).toEqual({ ...WRAP, checkpoints });
    for (const checkpoints of [undefined, null, 'abc', '', 1, true, { sequence: 1 }, { a: 'x', b: null }])
      expect(signedWord({ ...WRAP, checkpoints })).toBeNull();
  });

  test.each<[string, string | Uint8Array]>([
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"leave"'],
    ['a list', '[]'],
    ['no JSON', '{'],
    ['nothing', ''],
    ['no UTF-8', new Uint8Array([0xff])],
  ])('is not %s, though it is signed', (_, payload) => {
    expect(heard(signed(payload))).toBeNull();
    expect(heard(signed(JSON.stringify(LEAVE)))).toEqual(LEAVE);
  });

  test('is not heard from a text that is no base64url, though it is signed', () => {
    const text = encodeBase64url(utf8(JSON.stringify(ASK)));
    expect(text).toContain('=');
    for (const bad of [text.replaceAll('=', ''), `${text}\n`, '!!!!'])
      expect(heard(signedText('bob', bad, { domain: DOMAIN }))).toBeNull();
    expect(heard(signedText('bob', text, { domain: DOMAIN }))).toEqual(ASK);
  });
});

describe('a word about epochs is heard from its speaker alone', () => {
  const control = signed(JSON.stringify(LEAVE));
  const [tag, text] = control.body.split('.') as [string, string];
  const bytes = Buffer.from(tag, 'base64url');
  const other = signed(JSON.stringify({ ...LEAVE, count: 9 })).body.split('.')[1]!;

  test.each<[string, Control]>([
    ['in another room', { ...control, room: 'den' }],
    ['under another name', { ...control, nick: 'carol' }],
    ['of a stranger', signedText('nobody', text, { domain: DOMAIN })],
    ['by another’s key', signedText('bob', text, { domain: DOMAIN, secret: personalKey('carol').secret })],
    ['signed for the transcript', signedText('bob', text)],
    ['signed for no use', signedText('bob', text, { domain: '' })],
    ['with another text', { ...control, body: `${tag}.${other}` }],
    [
      'with one bit of its signature changed',
      { ...control, body: `${withBitFlipped(tag, 'base64url', 9)}.${text}` },
    ],
    ['with a signature cut short', { ...control, body: `${encodeBase64url(bytes.subarray(0, 63))}.${text}` }],
    [
      'with a signature drawn out',
      { ...control, body: `${encodeBase64url(concat(bytes, new Uint8Array(1)))}.${text}` },
    ],
    ['with a signature that is no base64url', { ...control, body: `!!!!.${text}` }],
    ['without a signature', { ...control, body: `.${text}` }],
    ['that is a text alone', { ...control, body: text }],
    ['that is a signature alone', { ...control, body: tag }],
    ['that is empty', { ...control, body: '' }],
    ['with a dot behind it', { ...control, body: `${control.body}.` }],
    ['with something behind it that nobody signed', { ...control, body: `${control.body}.${other}` }],
  ])('and not %s', (_, forged) => {
    expect(heard(forged)).toBeNull();
    expect(heard(control)).toEqual(LEAVE);
  });

  test('and from nobody under a key of small order, under which one signature fits every word', () => {
    const identity = new Uint8Array(32).with(0, 1);
    const universal = encodeBase64url(concat(identity, new Uint8Array(32)));
    const forged = { ...control, body: `${universal}.${text}` };
    expect(heard(forged, { get: () => identity })).toBeNull();
    expect(heard(control, { get: () => personalKey('bob').public })).toEqual(LEAVE);
  });
});
