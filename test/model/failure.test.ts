import { describe, expect, test } from 'vitest';
import { reasonOf } from '../../src/model/failure.js';

describe('what went wrong, in one line', () => {
  test.each<[string, unknown, string]>([
    ['an error', new RangeError('too far'), 'too far'],
    ['an error of two lines', new Error('first\nsecond'), 'first'],
    ['a long error', new Error('x'.repeat(1000)), 'x'.repeat(400)],
    ['an error whose message is no text', Object.assign(new Error(), { message: 7 }), '7'],
    ['a text', 'just words', 'just words'],
    ['nothing', undefined, 'it threw undefined'],
    ['an object that no text can be made of', Object.create(null), 'it threw object'],
    ['a symbol', Symbol('x'), 'it threw symbol'],
  ])('%s', (_, thrown, reason) => {
    expect(reasonOf(thrown)).toBe(reason);
  });
});
