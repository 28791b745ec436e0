import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confusable, skeleton } from '../../src/model/confusable.js';

describe('names that a reader cannot tell apart (UTS #39 §4)', () => {
  test.each([
    ['alice', 'аlice'],
    ['alice', 'alісе'],
    ['alice', 'aIice'],
    ['alice', 'a1ice'],
    ['alice', 'alice\u200b'],
    ['alice', 'al\u00adice'],
    ['carol', 'саrοl'],
    ['bob', 'bοb'],
    ['mallory', 'rnallory'],
    ['café', 'cafe\u0301'],
    // Two disguises of one name are confusable with each other, too.
    ['аlice', 'aIice'],
  ])('%j and %j', (a, b) => {
    expect([confusable(a, b), confusable(b, a)]).toEqual([true, true]);
  });

  test.each([
    ['alice', 'alice'],
    ['alice', 'Alice'],
    ['alice', 'bob'],
    ['alice', 'alice2'],
    ['alice', 'alicé'],
    ['alice', 'алиса'],
    ['mallory', 'alice'],
    ['', 'alice'],
  ])('not %j and %j', (a, b) => {
    expect([confusable(a, b), confusable(b, a)]).toEqual([false, false]);
  });

  test('the skeleton of a skeleton is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(skeleton(skeleton(text))).toBe(skeleton(text));
      }),
    );
  });
});
