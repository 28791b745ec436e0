import { createCipheriv, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decrypt, encrypt, type FernetRejection, generateKey } from '../src/fernet.js';
import { decodeBase64url, encodeBase64url } from '../src/model/base64.js';

/** Key, token and time of the specification's generate.json and verify.json (github.com/fernet/spec). */
const SPEC_KEY = 'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=';
const SPEC_TOKEN =
  'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';
const SPEC_TIME = 499_162_800;
const SPEC_IV = Uint8Array.from({ length: 16 }, (_, i) => i);

const KEY = generateKey();
const NOW = 1_700_000_000;
const utf8 = (text: string) => new TextEncoder().encode(text);
const token = encrypt(KEY, utf8('attack at dawn'), { now: NOW });

/** A code, or 'accepted': one word for the outcome, so that negative and positive go through one path. */
function outcome(key: string | Uint8Array, text: string, options?: Parameters<typeof decrypt>[2]) {
  const result = decrypt(key, text, options);
  return result.ok ? 'accepted' : result.code;
}

/** A token of any fields under `KEY`, authentic whatever they hold; the writer that the attacker wishes he had. */
function forge(fields: { version?: number; time?: bigint; padded: Uint8Array; cut?: number }): string {
  const key = Buffer.from(KEY, 'base64url');
  const head = Buffer.alloc(9, fields.version ?? 0x80);
  head.writeBigUInt64BE(fields.time ?? BigInt(NOW), 1);
  const cipher = createCipheriv('aes-128-cbc', key.subarray(16), SPEC_IV).setAutoPadding(false);
  const body = Buffer.concat([cipher.update(fields.padded), cipher.final()]);
  const signed = Buffer.concat([head, SPEC_IV, body.subarray(0, body.length - (fields.cut ?? 0))]);
  return encodeBase64url(
    Buffer.concat([signed, createHmac('sha256', key.subarray(0, 16)).update(signed).digest()]),
  );
}

/** One block whose last byte says how much of it is padding. */
const block = (...end: number[]) => Uint8Array.from([...Array(16 - end.length).fill(0x61), ...end]);

describe("the specification's vectors", () => {
  test('generate.json: key, time and IV give this very token', () => {
    expect(encrypt(SPEC_KEY, utf8('hello'), { now: SPEC_TIME, iv: SPEC_IV })).toBe(SPEC_TOKEN);
  });

  test('verify.json: the token opens one second later', () => {
    const result = decrypt(SPEC_KEY, SPEC_TOKEN, { now: SPEC_TIME + 1, ttl: 60 });
    expect(result).toStrictEqual({ ok: true, value: utf8('hello'), time: SPEC_TIME });
  });

  test('invalid.json: wrong padding under a right HMAC is bad-padding', () => {
    const invalid =
      'gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw==';
    expect(outcome(SPEC_KEY, invalid, { now: SPEC_TIME + 1, ttl: 60 })).toBe('bad-padding');
  });
});

const vectors = process.env.MALLORY_VECTORS;
if (!vectors) console.info("skipped: the specification's vector files, for MALLORY_VECTORS is not set");

describe.skipIf(!vectors)("the specification's files in $MALLORY_VECTORS/fernet", () => {
  interface Vector {
    desc?: string;
    token: string;
    now: string;
    secret: string;
    iv?: number[];
    src?: string;
    ttl_sec?: number;
  }
  const load = (name: string): Vector[] =>
    vectors ? JSON.parse(readFileSync(join(vectors, 'fernet', `${name}.json`), 'utf8')) : [];
  const seconds = (iso: string) => Date.parse(iso) / 1000;
  const CODES: Record<string, FernetRejection> = {
    'incorrect mac': 'bad-hmac',
    'too short': 'malformed-token',
    'invalid base64': 'malformed-token',
    'payload size not multiple of block size': 'malformed-token',
    'payload padding error': 'bad-padding',
    'far-future TS (unacceptable clock skew)': 'from-the-future',
    'expired TTL': 'expired',
    'incorrect IV (causes padding error)': 'bad-padding',
  };

  test('no file is empty', () => {
    expect(['generate', 'verify', 'invalid'].map((name) => load(name).length)).toEqual([1, 1, 8]);
  });
  test.each(load('generate'))('generates $token', ({ secret, src, now, iv, token }) => {
    expect(encrypt(secret, utf8(src!), { now: seconds(now), iv: Uint8Array.from(iv!) })).toBe(token);
  });
  test.each(load('verify'))('verifies $token', ({ secret, token, now, ttl_sec, src }) => {
    expect(decrypt(secret, token, { now: seconds(now), ttl: ttl_sec })).toMatchObject({
      ok: true,
      value: utf8(src!),
    });
  });
  test.each(load('invalid'))('refuses: $desc', ({ desc, secret, token, now, ttl_sec }) => {
    expect(outcome(secret, token, { now: seconds(now), ttl: ttl_sec })).toBe(CODES[desc!]);
  });
});

describe('age', () => {
  const written = (time: number) => encrypt(KEY, utf8('tick'), { now: time });

  test.each([
    [-31, 'expired'],
    [-30, 'accepted'],
    [0, 'accepted'],
    [60, 'accepted'],
    [61, 'from-the-future'],
  ])('with a ttl of 30 s, a token dated %i s from now is %s', (offset, expected) => {
    expect(outcome(KEY, written(NOW + offset), { now: NOW, ttl: 30 })).toBe(expected);
  });

  test.each([
    [-1, 'expired'],
    [0, 'accepted'],
    [60, 'accepted'],
    [61, 'from-the-future'],
  ])('ttl 0 is this very second: %i s from now is %s', (offset, expected) => {
    expect(outcome(KEY, written(NOW + offset), { now: NOW, ttl: 0 })).toBe(expected);
  });

  test.each([-NOW, -31, 0, 61, 1e9])('without ttl no age is checked: %i s from now is accepted', (offset) => {
    expect(outcome(KEY, written(NOW + offset), { now: NOW })).toBe('accepted');
    expect(outcome(KEY, written(NOW + offset), { now: NOW, ttl: undefined })).toBe('accepted');
  });

  test('a clock with fractions is in the second that it has begun', () => {
    expect(outcome(KEY, written(NOW), { now: NOW + 0.9, ttl: 0 })).toBe('accepted');
    expect(outcome(KEY, written(NOW), { now: NOW + 1, ttl: 0 })).toBe('expired');
    expect(outcome(KEY, written(NOW + 61), { now: NOW + 0.9, ttl: 0 })).toBe('from-the-future');
  });

  test('without now, both sides read the system clock in seconds', () => {
    const before = Math.floor(Date.now() / 1000);
    const result = decrypt(KEY, encrypt(KEY, utf8('now')), { ttl: 5 });
    expect(result.ok && result.time - before).toBeOneOf([0, 1]);
  });

  test('a forged date is bad-hmac, not expired: the time is read only once it is authentic', () => {
    const bytes = decodeBase64url(written(NOW))!.slice();
    bytes[5] = 0;
    expect(outcome(KEY, encodeBase64url(bytes), { now: NOW, ttl: 30 })).toBe('bad-hmac');
  });
});

describe('64-bit times', () => {
  const at = (time: bigint) => forge({ time, padded: block(1) });

  test.each([0n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 40n + 12_345n, 2n ** 53n - 1n])(
    '%i is read back to the second',
    (time) => {
      expect(decrypt(KEY, at(time))).toMatchObject({ ok: true, time: Number(time) });
      expect(outcome(KEY, at(time), { now: Number(time), ttl: 0 })).toBe('accepted');
      expect(encrypt(KEY, block().subarray(1), { now: Number(time), iv: SPEC_IV })).toBe(at(time));
    },
  );

  test.each([2n ** 53n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n])(
    '%i is from the future under any clock',
    (time) => {
      for (const now of [NOW, 2 ** 53, Number(time)]) {
        expect(outcome(KEY, at(time), { now, ttl: 60 })).toBe('from-the-future');
      }
      expect(decrypt(KEY, at(time))).toMatchObject({ ok: true, time: Number(time) });
    },
  );
});

describe('authentic tokens with a broken inside', () => {
  test.each([
    ['one byte of padding', block(1), 15],
    ['two bytes', block(2, 2), 14],
    ['a whole block', Uint8Array.from(Array(16).fill(16)), 0],
  ])('%s is the right padding', (_, padded, length) => {
    const result = decrypt(KEY, forge({ padded }));
    expect(result.ok && result.value.length).toBe(length);
  });

  test.each([
    ['zero', block(0)],
    ['zero, in a block of zeros', block(...Array(16).fill(0))],
    ['seventeen', block(17)],
    ['255', block(255)],
    ['two, after another byte than two', block(1, 2)],
    ['sixteen, with one wrong byte at the front', Uint8Array.from([15, ...Array(15).fill(16)])],
    [
      'seventeen bytes of seventeen, across two blocks',
      Uint8Array.from([...Array(15).fill(1), ...Array(17).fill(17)]),
    ],
  ])('a last byte of %s is bad-padding', (_, padded) => {
    expect(outcome(KEY, forge({ padded }))).toBe('bad-padding');
  });

  test('another version is bad-version, the right one is taken', () => {
    for (const version of [0, 0x7f, 0x81, 0xff])
      expect(outcome(KEY, forge({ version, padded: block(1) }))).toBe('bad-version');
    expect(outcome(KEY, forge({ version: 0x80, padded: block(1) }))).toBe('accepted');
  });

  test('no ciphertext, or one that is no whole number of blocks, is malformed', () => {
    const padded = Uint8Array.from([...block(1), ...block(1)]);
    for (const cut of [1, 8, 15, 17, 31, 32])
      expect(outcome(KEY, forge({ padded, cut }))).toBe('malformed-token');
    expect(outcome(KEY, forge({ padded, cut: 16 }))).toBe('accepted');
  });
});

describe('changed tokens', () => {
  const bytes = decodeBase64url(token)!;

  test('a change at any byte is bad-version at the first and bad-hmac everywhere else', () => {
    for (let at = 0; at < bytes.length; at++) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const changed = bytes.slice();
        changed[at]! ^= mask;
        expect(outcome(KEY, encodeBase64url(changed)), `byte ${at}`).toBe(
          at === 0 ? 'bad-version' : 'bad-hmac',
        );
      }
    }
    expect(outcome(KEY, encodeBase64url(bytes))).toBe('accepted');
  });

  test('a change at any character is refused', () => {
    for (let at = 0; at < token.length; at++) {
      for (const character of 'A_9=+ \n%\0é\u0141') {
        if (token[at] === character) continue;
        expect(
          outcome(KEY, token.slice(0, at) + character + token.slice(at + 1)),
          `character ${at}`,
        ).not.toBe('accepted');
      }
    }
  });

  test('a text cut at any length is malformed', () => {
    for (let length = 0; length < token.length; length++) {
      const code = outcome(KEY, token.slice(0, length));
      // A text that still decodes to whole blocks is a shorter token, with the wrong HMAC at its end.
      const whole = decodeBase64url(token.slice(0, length));
      const blocks = whole && whole.length >= 73 && (whole.length - 57) % 16 === 0;
      expect(code, `length ${length}`).toBe(blocks ? 'bad-hmac' : 'malformed-token');
    }
  });

  test('bytes cut at any length are malformed, or bad-hmac where whole blocks are left', () => {
    const long = decodeBase64url(encrypt(KEY, new Uint8Array(64)))!;
    for (let length = 0; length < long.length; length++) {
      const blocks = length >= 73 && (length - 57) % 16 === 0;
      expect(outcome(KEY, encodeBase64url(long.subarray(0, length)))).toBe(
        blocks ? 'bad-hmac' : 'malformed-token',
      );
    }
  });

  test('another key is bad-hmac, and so is one that shares a half', () => {
    const key = Buffer.from(KEY, 'base64url');
    expect(outcome(generateKey(), token)).toBe('bad-hmac');
    expect(outcome(Buffer.concat([Buffer.alloc(16), key.subarray(16)]), token)).toBe('bad-hmac');
    expect(outcome(key, token)).toBe('accepted');
  });
});

describe('spellings of an authentic token', () => {
  // 14 bytes of message: a token of 73 bytes, which ends in two padding characters and has four loose bits.
  test('the token under test ends in ==', () => expect(token).toMatch(/[AQgw]==$/));

  const RESPELLED: Record<string, string> = {
    'padding left out': token.slice(0, -2),
    'half of the padding left out': token.slice(0, -1),
    'one more padding character': `${token}=`,
    'four more padding characters': `${token}====`,
    'a newline after it': `${token}\n`,
    'a space before it': ` ${token}`,
    'a newline inside': `${token.slice(0, 40)}\n${token.slice(40)}`,
    'four blanks inside': `${token.slice(0, 40)}    ${token.slice(40)}`,
    'text after the padding': `${token}gAAA`,
    'a loose bit': `${token.slice(0, -3)}${String.fromCharCode(token.charCodeAt(token.length - 3) + 1)}==`,
    'a character whose low byte is right': `\u0167${token.slice(1)}`,
  };
  test.each(Object.entries(RESPELLED))('%s: Node decodes the same bytes, we refuse', (_, text) => {
    expect(Buffer.from(text, 'base64url').equals(Buffer.from(token, 'base64url'))).toBe(true);
    expect(outcome(KEY, text)).toBe('malformed-token');
    expect(outcome(KEY, token)).toBe('accepted');
  });

  test('the standard alphabet is refused', () => {
    const standard = SPEC_TOKEN.replaceAll('_', '/').replaceAll('-', '+');
    expect(standard).not.toBe(SPEC_TOKEN);
    expect(outcome(SPEC_KEY, standard)).toBe('malformed-token');
    expect(outcome(SPEC_KEY, SPEC_TOKEN)).toBe('accepted');
  });
});

describe('hostile text', () => {
  test.each([
    ['nothing', ''],
    ['a NUL', '\0'],
    ['a lone surrogate', '\ud800'],
    ['four lone surrogates', '\udc00\udc00\udc00\udc00'],
    ['an emoji', '😀😀'],
    ['only padding', '===='],
    ['ten million letters', 'A'.repeat(10_000_001)],
    ['an object', {} as string],
    ['null', null as unknown as string],
    ['undefined', undefined as unknown as string],
  ])('%s is malformed', (_, text) => {
    expect(outcome(KEY, text, { ttl: 1 })).toBe('malformed-token');
  });

  test('no string throws or is accepted', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.constantFrom(token, 'gAAA', '\ud800', '='),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        fc.pre(parts.join('') !== token);
        expect(outcome(KEY, parts.join(''), { ttl: 1 })).not.toBe('accepted');
      }),
    );
  });

  test('well-spelled bytes of any content are refused', () => {
    const tail = fc.uint8Array({ minLength: 60, maxLength: 160 });
    fc.assert(
      fc.property(tail, (bytes) => {
        expect(outcome(KEY, encodeBase64url(Buffer.concat([Buffer.of(0x80), bytes])))).toBeOneOf([
          'malformed-token',
          'bad-hmac',
        ]);
      }),
    );
  });
});

describe('round trips', () => {
  test('any bytes, any key, any second come back', () => {
    const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 300 }), fc.maxSafeNat(), (raw, bytes, now) => {
        const text = encrypt(raw, bytes, { now });
        expect(decrypt(encodeBase64url(raw), text, { now, ttl: 0 })).toStrictEqual({
          ok: true,
          value: Uint8Array.from(bytes),
          time: now,
        });
      }),
    );
  });

  test.each([0, 1, 15, 16, 17, 32, 1024, 65_536])('%i bytes give a token of the documented length', (n) => {
    const bytes = new Uint8Array(n).fill(7);
    const text = encrypt(KEY, bytes);
    expect(text.length).toBe(4 * Math.ceil((73 + 16 * Math.floor(n / 16)) / 3));
    const result = decrypt(KEY, text);
    expect(result.ok && Buffer.compare(result.value, bytes)).toBe(0);
  });

  test('the value is plain bytes that alias neither the token nor the next value', () => {
    const first = decrypt(KEY, token);
    if (first.ok) first.value.fill(0);
    expect(first.ok && Object.getPrototypeOf(first.value)).toBe(Uint8Array.prototype);
    expect(decrypt(KEY, token)).toMatchObject({ value: utf8('attack at dawn') });
  });

  test('ten thousand tokens have ten thousand IVs', () => {
    const ivOf = () => Buffer.from(encrypt(KEY, new Uint8Array(0)), 'base64url').toString('hex', 9, 25);
    expect(new Set(Array.from({ length: 10_000 }, ivOf)).size).toBe(10_000);
  });

  test('ten thousand keys of 44 characters are all different', () => {
    const keys = Array.from({ length: 10_000 }, generateKey);
    expect(new Set(keys).size).toBe(10_000);
    expect(keys.every((key) => decodeBase64url(key)?.length === 32)).toBe(true);
  });
});

describe("a programmer's errors throw, in one clear line", () => {
  test.each([
    ['too short', 'AAAA'],
    ['unpadded', KEY.slice(0, -1)],
    ['with a newline', `${KEY}\n`],
    ['31 bytes', new Uint8Array(31)],
    ['33 bytes', new Uint8Array(33)],
    ['missing', undefined as unknown as string],
  ])('a key that is %s', (_, key) => {
    const message = /^a Fernet key is 32 bytes, or 44 characters of padded base64url$/;
    expect(() => encrypt(key, utf8('x'))).toThrow(message);
    expect(() => decrypt(key, token)).toThrow(message);
    expect(outcome(KEY, token)).toBe('accepted');
  });

  test.each([Number.NaN, Infinity, -Infinity, '1' as unknown as number])('now or ttl of %s', (wrong) => {
    expect(() => decrypt(KEY, token, { now: wrong })).toThrow(/^now must be/);
    expect(() => decrypt(KEY, token, { now: NOW, ttl: wrong })).toThrow(/^ttl must be/);
    expect(() => encrypt(KEY, utf8('x'), { now: wrong })).toThrow(/^now must be/);
  });

  test('a negative ttl, under which only tokens from the future would live', () => {
    expect(() => decrypt(KEY, token, { now: NOW, ttl: -1 })).toThrow(/^ttl must be/);
  });

  test('a writer whose time is negative, fractional or beyond 2^53', () => {
    for (const now of [-1, 0.5, 2 ** 53])
      expect(() => encrypt(KEY, utf8('x'), { now })).toThrow(/^now must be/);
  });

  test('an IV of another length, and text in place of bytes', () => {
    expect(() => encrypt(KEY, utf8('x'), { iv: new Uint8Array(15) })).toThrow(/initialization vector/i);
    expect(() => encrypt(KEY, 'x' as unknown as Uint8Array)).toThrow(/^Fernet encrypts bytes/);
  });
});
