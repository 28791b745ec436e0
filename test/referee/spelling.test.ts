import { describe, expect, test } from 'vitest';
import { bodyOf, exactBodyOf } from '../../src/referee/defeats/spelling.js';
import { judge } from '../../src/referee/judge.js';
import { PROPERTY } from '../../src/referee/properties.js';
import { accept, attackOn, bytesOf, frameIn, join, send, traceOf } from '../support/trace.js';

const TOKEN = Buffer.from('a token of forty bytes and some, all told.').toString('base64url');
const body = (text: string): string => bodyOf(bytesOf('alice', 1, text));

describe('two spellings of one body', () => {
  test.each([
    ['padding left out', `${TOKEN}==`, TOKEN],
    ['a newline behind it', `${TOKEN}==`, `${TOKEN}==\n`],
    ['the other alphabet', 'abcd_efgh-ijklmnop==', 'abcd/efgh+ijklmnop=='],
    ['loose bits', 'QUFBQUFBQUFBQUFBQUFBQQ==', 'QUFBQUFBQUFBQUFBQUFBQR=='],
    ['capitals in hex', `${'0aff'.repeat(16)}.body`, `${'0AFF'.repeat(16)}.body`],
  ])('compare equal: %s', (_, one, other) => {
    expect(body(one)).toBe(body(other));
    expect(exactBodyOf(bytesOf('alice', 1, one))).not.toBe(exactBodyOf(bytesOf('alice', 1, other)));
  });

  test('compare equal where JSON escapes a letter', () => {
    const frame = bytesOf('alice', 1, 'Hello');
    expect(bodyOf(frame.replace('Hello', '\\u0048ello'))).toBe(bodyOf(frame));
  });

  test('compare unequal where a byte differs', () => {
    expect(body('QUFBQUFBQUFBQUFBQUFBQQ==')).not.toBe(body('QUFBQUFBQUFBQUFBQUFBQg=='));
    expect(body(`${'0aff'.repeat(16)}.`)).not.toBe(body(`${'0afe'.repeat(16)}.`));
    expect(body('Pay 100 euros to Bob')).not.toBe(body('Pay 900 euros to Bob'));
  });
});

describe('a replay in another spelling', () => {
  const told = (again: string) =>
    traceOf(
      join('bob'),
      send('alice', 1, 'Hello'),
      frameIn('bob', bytesOf('alice', 1, `${TOKEN}==`)),
      accept('bob', 'alice', 1, 'Hello', 'bob#2'),
      frameIn('bob', bytesOf('alice', 1, again)),
      ['bob', { kind: 'reject', code: 'malformed-token', frame: 'bob#4' }],
    );
  const FERNET = [{ id: 'fernet', seals: true }];

  test('is defeated by a part that reads one spelling only', () => {
    const ruling = judge(attackOn('uniqueness'), FERNET, told(TOKEN));
    expect([ruling.verdict, ruling.code, ruling.part]).toEqual(['defeated', 'malformed-token', 'fernet']);
  });

  test.each([
    [
      'what was refused is another token',
      FERNET,
      told(Buffer.from('another token of forty bytes and some').toString('base64url')),
    ],
    ['the part does not stand here', [{ id: 'mac', seals: true }], told(TOKEN)],
    ['it was spelt as before, so that the refusal is a stumble', FERNET, told(`${TOKEN}==`)],
  ])('proves nothing where %s', (_, tested, trace) => {
    expect(judge(attackOn('uniqueness'), tested, trace).verdict).toBe('inconclusive');
  });
});

describe('the properties of the catalogue', () => {
  const guess = (text: string) =>
    traceOf(['arena', { kind: 'password', text: 'sunshine1' }], ['mallory', { kind: 'guess', text }]);
  const ended = (why: string) =>
    traceOf(['relay', { kind: 'detonation', place: 'relay', executed: false, why, frame: '{}' }]);

  test('password: broken by the right guess and by no other', () => {
    expect(PROPERTY.password(guess('sunshine1'))?.evidence).toEqual(['arena#1', 'mallory#1']);
    expect(PROPERTY.password(guess('sunshine2'))).toBeNull();
    expect(PROPERTY.password(guess(''))).toBeNull();
  });

  test('availability: broken where a decoder dies or does not come back, not where it merely runs nothing', () => {
    expect(PROPERTY.availability(ended('crashed'))?.evidence).toEqual(['relay#1']);
    expect(PROPERTY.availability(ended('timed-out'))?.evidence).toEqual(['relay#1']);
    for (const why of ['no-canary', 'foreign-payload', 'canary'])
      expect(PROPERTY.availability(ended(why))).toBeNull();
  });
});
