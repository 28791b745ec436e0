import { describe, expect, test } from 'vitest';
import type { Observation } from '../../src/model/trace.js';
import { judge, type Tested } from '../../src/referee/judge.js';
import { accept, attackOn, bytesOf, frameIn, frameOut, join, ROOM, send, traceOf } from '../support/trace.js';

const people = [join('alice'), join('bob')];
const MAC: readonly Tested[] = [{ id: 'mac', seals: true }];
const reject = (
  who: string,
  code: 'bad-mac' | 'not-utf8' | 'malformed-mac' | 'suite-mismatch' | 'expired',
  frame: string,
  at = 0,
) => [who, { kind: 'reject', code, frame }, at] as const;

const HONEST = bytesOf('alice', 1, 'body');
const conversation = [...people, send('alice', 1, 'hello'), frameOut('alice', HONEST)];

describe('content attacks', () => {
  const attack = attackOn('integrity');

  test('are defeated where a part under test refused an artefact that nobody sent', () => {
    const trace = traceOf(
      ...conversation,
      frameIn('bob', bytesOf('alice', 1, 'other')),
      reject('bob', 'bad-mac', 'bob#2'),
    );
    expect(judge(attack, MAC, trace)).toMatchObject({
      verdict: 'defeated',
      code: 'bad-mac',
      part: 'mac',
      evidence: ['bob#2', 'bob#3'],
    });
  });

  test.each([
    ['the refused frame is the honest one', HONEST, 'bad-mac', MAC],
    [
      'the refused frame is the honest one under another spelling',
      JSON.stringify(JSON.parse(HONEST), null, 1),
      'bad-mac',
      MAC,
    ],
    ['it was a parse error', bytesOf('alice', 1, 'other'), 'not-utf8', MAC],
    ['it was a shape error of the part itself', bytesOf('alice', 1, 'other'), 'malformed-mac', MAC],
    [
      'the part that refused is not under test',
      bytesOf('alice', 1, 'other'),
      'bad-mac',
      [{ id: 'fernet', seals: true }],
    ],
  ] as const)('are inconclusive where %s', (_, bytes, code, tested) => {
    const trace = traceOf(...conversation, frameIn('bob', bytes), reject('bob', code, 'bob#2'));
    expect(judge(attack, tested, trace).verdict).toBe('inconclusive');
  });

  test('are inconclusive where nothing happened', () => {
    expect(judge(attack, MAC, traceOf(...conversation)).verdict).toBe('inconclusive');
  });

  test("take the adversary's own refusal for nothing", () => {
    const trace = traceOf(
      ...conversation,
      frameIn('mallory', bytesOf('alice', 1, 'other')),
      reject('mallory', 'bad-mac', 'mallory#1'),
    );
    expect(judge(attack, MAC, trace).verdict).toBe('inconclusive');
  });

  test('know a part that stands instead of another by its own name', () => {
    const tested = [{ id: 'mac-variant', insteadOf: 'mac', seals: true }];
    const trace = traceOf(
      ...conversation,
      frameIn('bob', bytesOf('alice', 1, 'other')),
      reject('bob', 'bad-mac', 'bob#2'),
    );
    expect(judge(attack, tested, trace).part).toBe('mac-variant');
  });

  test('are defeated by the suite tag only where the stack seals', () => {
    const downgrade = attackOn('integrity', { needs: ['a layer that seals bodies'] });
    const trace = traceOf(
      ...conversation,
      frameIn('bob', bytesOf('alice', 1, 'other')),
      reject('bob', 'suite-mismatch', 'bob#2'),
    );
    expect(judge(downgrade, MAC, trace)).toMatchObject({ verdict: 'defeated', part: 'suite' });
    expect(judge(downgrade, [{ id: 'codec', seals: false }], trace).verdict).toBe('inconclusive');
    // On another attack a wrong suite tag is a clumsy forgery, not a defense.
    expect(judge(attack, MAC, trace).verdict).toBe('inconclusive');
  });

  test.each(['fault', 'crash'] as const)(
    'are inconclusive after a %s, even where the property was violated',
    (kind) => {
      const trace = traceOf(...conversation, accept('bob', 'alice', 1, 'lie', 'bob#2'), [
        'arena',
        { kind, what: 'broken' },
      ]);
      expect(judge(attack, MAC, trace)).toMatchObject({ verdict: 'inconclusive', because: 'broken' });
    },
  );
});

describe('an alarm', () => {
  const breach = [...conversation, accept('bob', 'alice', 1, 'lie', 'bob#2')];
  const alarm = (
    who: string,
    change: Partial<{ code: 'expired' | `own:${string}`; author: string; room: string; slot: number }> = {},
  ) =>
    [
      who,
      { kind: 'alarm', code: 'bad-mac', author: 'alice', room: ROOM, slot: 1, ...change } as Observation,
    ] as const;
  const attack = attackOn('integrity', { alarms: ['bad-mac'] });

  test('that names the right author, room and slot makes a breach detected', () => {
    expect(judge(attack, MAC, traceOf(...breach, alarm('bob')))).toMatchObject({
      verdict: 'detected',
      code: 'bad-mac',
      part: 'mac',
    });
  });

  test('of a part written outside counts where the attack can be detected, and the part is under test', () => {
    const trace = traceOf(...breach, alarm('bob', { code: 'own:missing' }));
    const own = [...MAC, { id: 'own', seals: true }];
    expect(judge(attack, own, trace)).toMatchObject({
      verdict: 'detected',
      code: 'own:missing',
      part: 'own',
    });
    expect(judge(attack, MAC, trace).verdict).toBe('breached');
    expect(judge(attackOn('integrity'), own, trace).verdict).toBe('breached');
  });

  test.each([
    ['of a code that is not on the list', alarm('bob', { code: 'expired' })],
    ['about another author', alarm('bob', { author: 'bob' })],
    ['about another room', alarm('bob', { room: 'other' })],
    ['about another slot', alarm('bob', { slot: 2 })],
    ['of the adversary', alarm('mallory')],
  ])('%s counts for nothing', (_, raised) => {
    expect(judge(attack, MAC, traceOf(...breach, raised)).verdict).toBe('breached');
  });
});

describe('replays', () => {
  const attack = attackOn('uniqueness');
  const shown = [...conversation, frameIn('bob', HONEST), accept('bob', 'alice', 1, 'hello', 'bob#2')];
  const TTL = [{ id: 'ttl', seals: true }];

  test('are defeated where a further delivery of a shown message was refused', () => {
    const trace = traceOf(
      ...shown,
      frameIn('bob', bytesOf('alice', 1, 'body', 7)),
      reject('bob', 'expired', 'bob#4'),
    );
    expect(judge(attack, TTL, trace)).toMatchObject({ verdict: 'defeated', code: 'expired', part: 'ttl' });
  });

  test.each([
    ['another message was refused', frameIn('bob', bytesOf('alice', 2, 'another'))],
    ['the delivery came to somebody who never saw the first', frameIn('alice', HONEST)],
  ])('are inconclusive where %s', (_, delivery) => {
    const trace = traceOf(
      ...shown,
      delivery,
      reject(delivery[0], 'expired', delivery[0] === 'bob' ? 'bob#4' : 'alice#4'),
    );
    expect(judge(attack, TTL, trace).verdict).toBe('inconclusive');
  });

  test('are inconclusive where the first delivery itself was refused', () => {
    const trace = traceOf(...conversation, frameIn('bob', HONEST), reject('bob', 'expired', 'bob#2'));
    expect(judge(attack, TTL, trace).verdict).toBe('inconclusive');
  });
});

describe('secrecy attacks', () => {
  const attack = attackOn('confidentiality');
  const sealed = bytesOf('alice', 1, 'sealed');
  const secret = [
    'alice',
    { kind: 'send', author: 'alice', room: ROOM, slot: 1, text: 'code c0ffee', secret: 'c0ffee' },
  ] as const;
  const told = [...people, secret, frameOut('alice', sealed)];
  const guess = (text: string) => ['mallory', { kind: 'guess', text }] as const;
  const held = (bytes: string) => ['mallory', { kind: 'held', source: 'wire', bytes }] as const;

  test('are breached by the right guess, wherever it came from', () => {
    expect(judge(attack, MAC, traceOf(...told, guess('c0ffee'))).verdict).toBe('breached');
  });

  test.each([
    [4, 'breached'],
    [5, 'defeated'],
  ])('are played with five guesses: after %i wrong ones the right one is %s', (wrong, verdict) => {
    const guesses = [...Array.from({ length: wrong }, () => guess('000000')), guess('c0ffee')];
    expect(judge(attack, MAC, traceOf(...told, held(sealed), ...guesses)).verdict).toBe(verdict);
  });

  test('are defeated where the message was held and the guess is wrong', () => {
    expect(judge(attack, MAC, traceOf(...told, held(`...${sealed}...`), guess('000000'))).verdict).toBe(
      'defeated',
    );
  });

  test('are inconclusive where the message was never held', () => {
    expect(judge(attack, MAC, traceOf(...told, held('something else'), guess('000000'))).verdict).toBe(
      'inconclusive',
    );
  });

  test('are inconclusive where nobody guessed', () => {
    expect(judge(attack, MAC, traceOf(...told, held(sealed))).verdict).toBe('inconclusive');
  });

  test('on a log need a line written after the secret was sent', () => {
    const reading = attackOn('confidentiality', { position: 'log', target: 'relay' });
    const line = ['relay', { kind: 'log', line: 'message 1' }] as const;
    expect(judge(reading, MAC, traceOf(...told, line, held('message 1\n'), guess('0'))).verdict).toBe(
      'defeated',
    );
    expect(judge(reading, MAC, traceOf(line, ...told, held('message 1\n'), guess('0'))).verdict).toBe(
      'inconclusive',
    );
  });
});

describe('order attacks', () => {
  const attack = attackOn('freshness');
  const TTL = [{ id: 'ttl', seals: true }];
  const deed = [
    'relay',
    { kind: 'forward', to: 'bob', from: 'alice', decision: 'delay', before: HONEST, bytes: HONEST },
  ] as const;

  test('are defeated where the property held and the part refused after the deed', () => {
    const late = [frameIn('bob', HONEST, 31), reject('bob', 'expired', 'bob#2', 31)];
    expect(judge(attack, TTL, traceOf(...conversation, deed, ...late))).toMatchObject({
      verdict: 'defeated',
      code: 'expired',
    });
  });

  test('are inconclusive where the adversary touched nothing, even if something was refused', () => {
    const trace = traceOf(...conversation, frameIn('bob', HONEST), reject('bob', 'expired', 'bob#2'));
    expect(judge(attack, TTL, trace).verdict).toBe('inconclusive');
  });

  test('are inconclusive where the property held and no part did anything', () => {
    expect(judge(attack, TTL, traceOf(...conversation, deed)).verdict).toBe('inconclusive');
  });
});
