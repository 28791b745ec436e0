import { describe, expect, test } from 'vitest';
import { nowhere } from '../../src/defenses/arm.js';
import { PARTS } from '../../src/defenses/index.js';
import { TTL, ttl } from '../../src/defenses/ttl.js';
import { utf8 } from '../../src/model/bytes.js';
import { definePart } from '../../src/model/defense.js';
import { MAX_CLOCK_SKEW } from '../../src/model/untimely.js';
import { openChat, ROOM } from '../support/chat.js';
import { keysOf } from '../support/keys.js';
import { accepted, device, HEADER, NOW } from '../support/sealed.js';

const AT_BOUNDARIES = [
  { sealed: -31, verdict: 'expired' },
  { sealed: -30, verdict: accepted('hello') },
  { sealed: 0, verdict: accepted('hello') },
  { sealed: 60, verdict: accepted('hello') },
  { sealed: 61, verdict: 'from-the-future' },
];

describe.each(['ttl', 'fernet+ttl+signature+codec'])('%s', (defense) => {
  test.each(AT_BOUNDARIES)("sealed $sealed s from the receiver's clock: $verdict", ({ sealed, verdict }) => {
    const body = device(defense, 'alice').seal('hello', {}, NOW + sealed);
    expect(device(defense, 'bob').verdict(body, {}, NOW)).toBe(verdict);
  });

  test.each(AT_BOUNDARIES)(
    'the header’s `sent` changes nothing about that ($sealed s)',
    ({ sealed, verdict }) => {
      for (const lie of [NOW, NOW - 3600, NOW + 3600, 0, Number.MAX_SAFE_INTEGER]) {
        const body = device(defense, 'alice').seal('hello', { sent: lie }, NOW + sealed);
        expect(device(defense, 'bob').verdict(body, { sent: lie }, NOW)).toBe(verdict);
      }
    },
  );
});

test('the bounds are those of the catalogue', () => {
  expect([TTL, MAX_CLOCK_SKEW]).toEqual([30, 60]);
});

describe('without an authenticated time', () => {
  const layer = ttl.layer!(keysOf('bob'), nowhere());
  const open = (sealedAt: number | undefined) =>
    layer.open(utf8('x'), { header: HEADER, now: NOW, ...(sealedAt === undefined ? {} : { sealedAt }) });

  test('ttl fails closed, whatever the header says', () => {
    expect(open(undefined)).toEqual({ ok: false, code: 'no-authentic-time' });
    expect(open(NOW)).toMatchObject({ ok: true });
  });

  test('a cipher that authenticates no time in Fernet’s place lets nothing through', () => {
    const plain = definePart({
      id: 'timeless',
      title: 'a cipher without a time',
      protects: '',
      leavesOpen: '',
      stage: 'decrypt',
      insteadOf: 'fernet',
      layer: () => ({ seal: (body) => body, open: (body) => ({ ok: true, body }) }),
    });
    const parts = [...PARTS, plain];
    expect(
      device('timeless+ttl', 'bob', {}, parts).verdict(
        device('timeless+ttl', 'alice', {}, parts).seal('hello'),
      ),
    ).toBe('no-authentic-time');
    expect(
      device('timeless', 'bob', {}, parts).verdict(device('timeless', 'alice', {}, parts).seal('hello')),
    ).toBe(accepted('hello'));
  });

  test('a time of zero is a time, and long past', () => {
    expect(open(0)).toEqual({ ok: false, code: 'expired' });
  });
});

describe('in the chat, the clock that counts is the receiver’s own', () => {
  test.each([
    { skew: -31, refused: ['expired'] },
    { skew: -30, refused: [] },
    { skew: 60, refused: [] },
    { skew: 61, refused: ['from-the-future'] },
  ])('Alice’s watch is $skew s off', async ({ skew, refused }) => {
    const chat = await openChat({ defense: 'ttl' });
    const alice = await chat.join('alice', { skew });
    await chat.join('bob');
    await chat.join('carol', { skew });
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect(chat.refusals('bob')).toEqual(refused);
    expect(chat.shown('bob')).toHaveLength(1 - refused.length);
    // Who shares Alice's wrong clock sees nothing wrong, and Alice herself neither.
    expect([chat.shown('carol').length, chat.shown('alice').length]).toEqual([1, 1]);
  });
});
