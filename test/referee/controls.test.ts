import { describe, expect, test } from 'vitest';
import { judgeBenign } from '../../src/referee/controls.js';
import { accept, type Entry, frameIn, join, ROOM, send, traceOf } from '../support/trace.js';

const people = [join('alice'), join('bob')];
const shown = (...texts: string[]) =>
  texts.flatMap((text) => ['alice', 'bob'].map((who) => accept(who, 'alice', 1, text, '')));
const sends = [send('alice', 1, 'one'), send('alice', 2, 'two')];

describe('the benign control', () => {
  test('passes where everything sent is shown once and in order to everybody', () => {
    expect(judgeBenign(traceOf(...people, ...sends, ...shown('one', 'two'))).outcome).toBe('passed');
  });

  test.each([
    ['nothing was said', []],
    ['a message is missing', [...sends, ...shown('one')]],
    ['a message is shown twice', [...sends, ...shown('one', 'two', 'two')]],
    ['the order is wrong', [...sends, ...shown('two', 'one')]],
    ['a text was changed', [...sends, ...shown('one', 'two', 'three')]],
    [
      'an honest frame was refused',
      [
        ...sends,
        ...shown('one', 'two'),
        frameIn('bob', ''),
        ['bob', { kind: 'reject', code: 'bad-mac', frame: 'bob#4' }],
      ],
    ],
    [
      'an alarm was raised',
      [
        ...sends,
        ...shown('one', 'two'),
        ['bob', { kind: 'alarm', code: 'bad-mac', author: 'alice', room: ROOM, slot: 1 }],
      ],
    ],
    ['the machinery failed', [...sends, ...shown('one', 'two'), ['arena', { kind: 'fault', what: 'late' }]]],
  ] as [string, Entry[]][])('fails where %s', (_, events) => {
    expect(judgeBenign(traceOf(...people, ...events)).outcome).toBe('failed');
  });
});
