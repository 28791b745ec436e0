import { describe, expect, test } from 'vitest';
import { judgeBenign, refused } from '../../src/referee/controls.js';
import { accept, type Entry, frameIn, join, ROOM, send, traceOf } from '../support/trace.js';

const people = [join('alice'), join('bob')];
const shown = (...texts: string[]) =>
  texts.flatMap((text) => ['alice', 'bob'].map((who) => accept(who, 'alice', 1, text, '')));
const sends = [send('alice', 1, 'one'), send('alice', 2, 'two')];
const good: readonly Entry[] = [...sends, ...shown('one', 'two')];
const unsaid = (code: 'not-well-formed' | 'no-epoch-key'): Entry => [
  'alice',
  { kind: 'unsaid', room: ROOM, code },
];
const rejected: Entry = ['bob', { kind: 'reject', code: 'bad-mac', frame: 'bob#4' }];

describe('the benign control', () => {
  test('passes where everything sent is shown once and in order to everybody', () => {
    expect(judgeBenign(traceOf(...people, ...good))).toEqual({
      outcome: 'passed',
      because: 'every message was delivered once, in order; nothing was refused',
    });
  });

  test('passes where a text without a UTF-8 form was refused at send', () => {
    expect(judgeBenign(traceOf(...people, ...good, unsaid('not-well-formed'))).outcome).toBe('passed');
  });

  test('passes where somebody left before others were told that they are in the room, and in another room', () => {
    const left: readonly Entry[] = [
      ['carol', { kind: 'admitted', room: ROOM }],
      ['carol', { kind: 'leave', room: ROOM }],
      ['dave', { kind: 'admitted', room: 'den' }],
    ];
    expect(judgeBenign(traceOf(...people, ...left, ...good)).outcome).toBe('passed');
  });

  test.each<[string, string | RegExp, readonly Entry[]]>([
    ['nothing happened', 'nothing was said', []],
    ['nothing was sent', 'nothing was said', shown('one')],
    ['nothing was shown', 'nothing was said', sends],
    [
      'everything was refused',
      'bob refused an honest frame: the HMAC tag does not verify',
      [...sends, ['bob', { kind: 'reject', code: 'bad-mac', frame: '' }]],
    ],
    ['a message is missing', /two|never|not shown/, [...sends, ...shown('one')]],
    ['a message is shown twice', /./, [...sends, ...shown('one', 'two', 'two')]],
    ['the order is wrong', /./, [...sends, ...shown('two', 'one')]],
    ['a text was changed', /./, [...sends, ...shown('one', 'two', 'three')]],
    [
      'somebody was not let in',
      'erin did not get in: another connection of the room has this nick',
      [...good, ['erin', { kind: 'turned-away', room: ROOM, code: 'nick-in-use' }]],
    ],
    [
      'somebody was let in and never told so, while others spoke',
      'carol was let in and never told that she is in the room',
      [['carol', { kind: 'admitted', room: ROOM }], ...good],
    ],
    [
      'somebody was told so only when others had spoken',
      'carol was let in and never told that she is in the room',
      [['carol', { kind: 'admitted', room: ROOM }], ...good, join('carol')],
    ],
    [
      'what has no UTF-8 form was sent',
      'alice sent a text that has no UTF-8 form',
      [send('alice', 1, '\ud83d'), ...shown('\ud83d')],
    ],
    [
      'an honest text could not be said',
      'alice could not say something: the key of the epoch has not come yet',
      [...good, unsaid('no-epoch-key')],
    ],
    [
      'an honest frame was refused',
      /^bob refused an honest frame: ./,
      [...good, frameIn('bob', ''), rejected],
    ],
    [
      'an alarm was raised',
      /^bob raised an alarm: ./,
      [...good, ['bob', { kind: 'alarm', code: 'bad-mac', author: 'alice', room: ROOM, slot: 1 }]],
    ],
    ['the machinery failed', 'late', [...good, ['arena', { kind: 'fault', what: 'late' }]]],
    ['a program crashed', 'out of memory', [...good, ['bob', { kind: 'crash', what: 'out of memory' }]]],
  ])('fails where %s, and says so', (_, why, events) => {
    const { outcome, because } = judgeBenign(traceOf(...people, ...events));
    expect(outcome).toBe('failed');
    expect(because).toMatch(typeof why === 'string' ? new RegExp(`^${why}$`) : why);
  });
});

test('honest deliveries that were refused are counted, of all that were made', () => {
  expect(refused(traceOf(...people, ...good, rejected))).toEqual({ refused: 1, of: 5 });
  expect(refused(traceOf(...people))).toEqual({ refused: 0, of: 0 });
});
