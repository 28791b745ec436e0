import { createHash, createPublicKey, verify as verifyByOpenSsl } from 'node:crypto';
import { Point, sign, utils, verify } from '@noble/ed25519';
import { describe, expect, test } from 'vitest';
import { nowhere } from '../../src/defenses/arm.js';
import { isSoundKey, signature } from '../../src/defenses/signature.js';
import { concat, lengthPrefixed, utf8 } from '../../src/model/bytes.js';
import type { MessageHeader } from '../../src/model/defense.js';
import { keysOf, personalKey } from '../support/keys.js';
import { HEADER, NOW } from '../support/sealed.js';

/** The order of the base point (RFC 8032 §5.1). */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const P = 2n ** 255n - 19n;
const BODY = utf8('{"text":"hello"}');
const SIGNED = lengthPrefixed('mallory/v1/message', 'lab', 'alice', BODY);

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const toBytes = (number: bigint): Uint8Array =>
  Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse();
const challenge = (...parts: Uint8Array[]): bigint =>
  toNumber(
    createHash('sha512')
      .update(concat(...parts))
      .digest(),
  ) % L;
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** What Bob's layer says of a tag over `BODY` by Alice, whose pinned key is given. */
function opened(tag: Uint8Array, key: Uint8Array, header: Partial<MessageHeader> = {}): string {
  const layer = signature.layer!({ ...keysOf('bob'), pinned: { get: () => key } }, nowhere());
  const text = Buffer.from(tag).toString('base64url').padEnd(88, '=');
  const answer = layer.open(concat(utf8(`${text}.`), BODY), { header: { ...HEADER, ...header }, now: NOW });
  return answer.ok ? 'accepted' : answer.code;
}

/** A signature by a true key whose R is chosen: s = r + k·a, where r is the discrete logarithm of R up to torsion. */
function signedWith(encodedR: Uint8Array, r: bigint, key = personalKey('alice')): Uint8Array {
  const { scalar } = utils.getExtendedPublicKey(key.secret);
  const s = (r + challenge(encodedR, key.public, SIGNED) * scalar) % L;
  return concat(encodedR, toBytes(s));
}

describe('strict verification (RFC 8032)', () => {
  const alice = personalKey('alice').public;

  test('an honest signature is accepted by the layer and by both rules of the library', () => {
    const tag = sign(SIGNED, personalKey('alice').secret);
    expect(opened(tag, alice)).toBe('accepted');
    expect([verify(tag, SIGNED, alice), verify(tag, SIGNED, alice, { zip215: false })]).toEqual([true, true]);
  });

  test('the helper that builds the next vectors builds valid signatures', () => {
    const R = Point.BASE.multiply(7n).toBytes();
    expect(opened(signedWith(R, 7n), alice)).toBe('accepted');
  });

  test.each([
    ['y = p + 1, the neutral point written without reduction', toBytes(P + 1n)],
    ['y = 1 with the sign of a zero x', hex(`01${'00'.repeat(30)}80`)],
    ['y = p + 1 with the sign of a zero x', toBytes((P + 1n) | (1n << 255n))],
    ['y = -1 with the sign of a zero x', toBytes((P - 1n) | (1n << 255n))],
  ])('a signature whose R is not canonical (%s) satisfies ZIP-215 and is refused here', (_, R) => {
    const tag = signedWith(R, 0n);
    expect(verify(tag, SIGNED, alice, { zip215: true })).toBe(true);
    expect(opened(tag, alice)).toBe('bad-signature');
  });

  test('a second signature made by adding the group order to s is refused', () => {
    const tag = sign(SIGNED, personalKey('alice').secret);
    const s = toNumber(tag.subarray(32));
    for (const k of [1n, 2n, 8n])
      expect(opened(concat(tag.subarray(0, 32), toBytes(s + k * L)), alice)).toBe('bad-signature');
    expect(opened(concat(tag.subarray(0, 32), toBytes(s)), alice)).toBe('accepted');
  });

  test('a signature whose R has a torsion component is valid by the RFC’s equation, though OpenSSL refuses it', () => {
    const R = Point.BASE.multiply(7n).add(Point.fromHex(SMALL_ORDER[4]!)).toBytes();
    const tag = signedWith(R, 7n);
    const x = Buffer.from(alice).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(verifyByOpenSsl(null, SIGNED, key, tag)).toBe(false);
    expect(opened(tag, alice)).toBe('accepted');
    expect(opened(signedWith(R, 8n), alice)).toBe('bad-signature');
  });

  test('a pinned key that is no point, or is written without reduction, is nobody’s key', () => {
    const tag = sign(SIGNED, personalKey('alice').secret);
    const noPoint = toBytes(2n); // y = 2 is on no point of the curve
    for (const key of [noPoint, toBytes(P + 1n), toBytes(P), new Uint8Array(31), new Uint8Array(33)])
      expect([opened(tag, key), isSoundKey(key)]).toEqual(['unknown-author', false]);
    expect(isSoundKey(alice)).toBe(true);
  });
});

/** All points of small order, canonical ("Taming the many EdDSAs", Chalkias et al. 2020, table 1). */
const SMALL_ORDER = [
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '00'.repeat(32),
  `${'00'.repeat(31)}80`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
];

describe('keys of small order', () => {
  test('one signature that needs no secret fits every message under each of them by ZIP-215: that is the danger', () => {
    const tag = concat(hex(SMALL_ORDER[0]!), new Uint8Array(32));
    for (const key of SMALL_ORDER)
      for (const message of ['one', 'another'])
        expect(verify(tag, utf8(message), hex(key), { zip215: true })).toBe(true);
  });

  test.each(SMALL_ORDER)('%s is of small order, and pinned it is nobody’s key', (key) => {
    expect(Point.fromHex(key).isSmallOrder()).toBe(true);
    expect(isSoundKey(hex(key))).toBe(false);
    expect(opened(concat(hex(SMALL_ORDER[0]!), new Uint8Array(32)), hex(key))).toBe('unknown-author');
  });

  test('a key of full order with a torsion component is sound: it needs its secret like any other', () => {
    const mixed = Point.fromBytes(personalKey('alice').public).add(Point.fromHex(SMALL_ORDER[4]!)).toBytes();
    expect(isSoundKey(mixed)).toBe(true);
    expect(opened(sign(SIGNED, personalKey('alice').secret), mixed)).toBe('bad-signature');
  });
});

describe('what is signed', () => {
  const layerOf = (nick: string) =>
    signature.layer!({ ...keysOf(nick), pinned: { get: () => personalKey('alice').public } }, nowhere());
  const sealedAs = (header: Partial<MessageHeader>, body = BODY) =>
    layerOf('alice').seal(body, { header: { ...HEADER, ...header }, now: NOW });
  const openedAs = (sealed: Uint8Array, header: Partial<MessageHeader>) =>
    layerOf('bob').open(sealed, { header: { ...HEADER, ...header }, now: NOW });

  test('is the domain, the room, the nick and the body, each behind its length', () => {
    const sealed = Buffer.from(sealedAs({})).toString();
    expect(sealed.split('.')[0]).toBe(
      Buffer.from(sign(SIGNED, personalKey('alice').secret))
        .toString('base64url')
        .padEnd(88, '='),
    );
  });

  test.each([
    { room: 'ab', nick: 'c', to: { room: 'a', nick: 'bc' } },
    { room: 'ab', nick: 'c', to: { room: 'abc', nick: '' } },
    { room: 'a', nick: '', to: { room: '', nick: 'a' } },
  ])('room “$room” and nick “$nick” cannot be cut elsewhere, even under one key', ({ room, nick, to }) => {
    const sealed = sealedAs({ room, nick });
    expect(openedAs(sealed, to)).toEqual({ ok: false, code: 'bad-signature' });
    expect(openedAs(sealed, { room, nick })).toMatchObject({ ok: true });
  });

  test('the end of the nick cannot become the start of the body', () => {
    const sealed = Buffer.from(sealedAs({ nick: 'alic' }, utf8('e{}'))).toString();
    const [tag] = sealed.split('.');
    expect(openedAs(utf8(`${tag}.{}`), { nick: 'alice' })).toEqual({ ok: false, code: 'bad-signature' });
    expect(openedAs(utf8(`${tag}.e{}`), { nick: 'alic' })).toMatchObject({ ok: true });
  });

  test('the place and the clock of the header are not signed: order and age are other parts’ concern', () => {
    expect(openedAs(sealedAs({ seq: 1, sent: NOW }), { seq: 9, sent: NOW + 999 })).toMatchObject({
      ok: true,
    });
  });
});

describe('the key comes from the pinned roster by the author’s nick', () => {
  const pinnedBy = (nick: string) => signature.layer!(keysOf(nick), nowhere());
  const as = (nick: string): { header: MessageHeader; now: number } => ({
    header: { ...HEADER, nick },
    now: NOW,
  });

  test('Mallory’s signature over Alice’s header is bad-signature; over her own it is accepted', () => {
    const mallory = signature.layer!(keysOf('mallory'), nowhere());
    expect(pinnedBy('bob').open(mallory.seal(BODY, as('alice')), as('alice'))).toEqual({
      ok: false,
      code: 'bad-signature',
    });
    expect(pinnedBy('bob').open(mallory.seal(BODY, as('mallory')), as('mallory'))).toMatchObject({
      ok: true,
    });
  });

  test.each(['before', 'behind'])('a key carried %s the signature is never used', (place) => {
    const mallory = personalKey('mallory');
    const key = Buffer.from(mallory.public).toString('base64url');
    const tag = Buffer.from(sign(SIGNED, mallory.secret)).toString('base64url').padEnd(88, '=');
    const sealed = place === 'before' ? `${key}=.${tag}.` : `${tag}.${key}=.`;
    const answer = pinnedBy('bob').open(concat(utf8(sealed), BODY), as('alice'));
    expect(answer).toEqual({ ok: false, code: 'bad-signature' });
  });

  test.each([
    ['', 'bad-signature'],
    [`${'A'.repeat(84)}`, 'bad-signature'],
    [`${'A'.repeat(87)}=`, 'bad-signature'],
    ['A', 'malformed-signature'],
    [`${'A'.repeat(86)}!=`, 'malformed-signature'],
    [' ', 'malformed-signature'],
  ])('a tag "%s" is %s: of the wrong length it does not verify, unreadable it is none', (text, code) => {
    expect(pinnedBy('bob').open(concat(utf8(`${text}.`), BODY), as('alice'))).toEqual({ ok: false, code });
    expect(pinnedBy('bob').open(BODY, as('alice'))).toEqual({ ok: false, code: 'unsigned' });
  });

  test('a nick that names a member of every object is no author', () => {
    for (const nick of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect(pinnedBy('bob').open(pinnedBy('alice').seal(BODY, as(nick)), as(nick))).toEqual({
        ok: false,
        code: 'unknown-author',
      });
  });
});
