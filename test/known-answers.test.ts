/**
 * Known answers for every primitive that Mallory takes from node:crypto and @noble/ed25519, typed in from their
 * standards, then project Wycheproof's where MALLORY_VECTORS is set. A negative case always passes through the very
 * function that its positive twin passes through: hex handed to a primitive that wants bytes fails too, and proves nothing.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  pbkdf2Sync,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ed25519 from '@noble/ed25519';
import { describe, expect, test } from 'vitest';
import { decodeHex } from '../src/model/base64.js';

ed25519.hashes.sha512 = (message) => Uint8Array.from(createHash('sha512').update(message).digest());

/** Strict, so that a mistyped vector is an error of this file and never a "refused" case. */
function hex(text: string): Uint8Array {
  const bytes = decodeHex(text.replaceAll(' ', ''));
  if (bytes === null) throw new Error(`not hex: ${text}`);
  return bytes;
}
const toHex = (bytes: Uint8Array | ArrayBuffer) => Buffer.from(bytes as Uint8Array).toString('hex');
const flipped = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte));

const hmac = (key: Uint8Array, message: Uint8Array) => createHmac('sha256', key).update(message).digest();
const macHolds = (key: Uint8Array, message: Uint8Array, tag: Uint8Array) =>
  timingSafeEqual(hmac(key, message).subarray(0, tag.length), tag);

function crypt(make: typeof createCipheriv | typeof createDecipheriv, name: string, padding: boolean) {
  return (key: string, iv: string, input: string) => {
    const cipher = make(name, hex(key), hex(iv)).setAutoPadding(padding);
    return toHex(Buffer.concat([cipher.update(hex(input)), cipher.final()]));
  };
}

describe('HMAC-SHA256 (RFC 4231 §4)', () => {
  const CASES: [section: string, key: string, message: string, tag: string][] = [
    [
      '4.2',
      '0b'.repeat(20),
      toHex(Buffer.from('Hi There')),
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      '4.3',
      toHex(Buffer.from('Jefe')),
      toHex(Buffer.from('what do ya want for nothing?')),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
    [
      '4.4',
      'aa'.repeat(20),
      'dd'.repeat(50),
      '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
    ],
    [
      '4.5',
      '0102030405060708090a0b0c0d0e0f10111213141516171819',
      'cd'.repeat(50),
      '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
    ],
    [
      '4.6, truncated to 128 bits',
      '0c'.repeat(20),
      toHex(Buffer.from('Test With Truncation')),
      'a3b6167473100ee06e0c796c2955552b',
    ],
    [
      '4.7',
      'aa'.repeat(131),
      toHex(Buffer.from('Test Using Larger Than Block-Size Key - Hash Key First')),
      '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    ],
  ];
  test.each(CASES)('§%s holds, and not with a bit changed anywhere', (_, key, message, tag) => {
    expect(macHolds(hex(key), hex(message), hex(tag))).toBe(true);
    expect(macHolds(hex(key), hex(message), flipped(hex(tag)))).toBe(false);
    expect(macHolds(hex(key), flipped(hex(message)), hex(tag))).toBe(false);
    expect(macHolds(flipped(hex(key)), hex(message), hex(tag))).toBe(false);
  });
});

describe('PBKDF2-HMAC-SHA256 (RFC 7914 §11)', () => {
  const derive = (password: string, salt: string, rounds: number) =>
    toHex(pbkdf2Sync(password, salt, rounds, 64, 'sha256'));
  test('one round', () => {
    expect(derive('passwd', 'salt', 1)).toBe(
      '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc' +
        '49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
    );
  });
  test('80 000 rounds', () => {
    expect(derive('Password', 'NaCl', 80_000)).toBe(
      '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56' +
        'a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
    );
  });
});

describe('HKDF-SHA256 (RFC 5869 appendix A)', () => {
  const range = (from: number, to: number) =>
    toHex(Uint8Array.from({ length: to - from + 1 }, (_, i) => from + i));
  const CASES: [name: string, ikm: string, salt: string, info: string, okm: string][] = [
    [
      'A.1',
      '0b'.repeat(22),
      range(0x00, 0x0c),
      range(0xf0, 0xf9),
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    ],
    [
      'A.2',
      range(0x00, 0x4f),
      range(0x60, 0xaf),
      range(0xb0, 0xff),
      'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    ],
    [
      'A.3, no salt and no info',
      '0b'.repeat(22),
      '',
      '',
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    ],
  ];
  test.each(CASES)('%s', (_, ikm, salt, info, okm) => {
    expect(toHex(hkdfSync('sha256', hex(ikm), hex(salt), hex(info), okm.length / 2))).toBe(okm);
  });
});

describe('AES-128 (SP 800-38A, appendix F)', () => {
  const KEY = '2b7e151628aed2a6abf7158809cf4f3c';
  const PLAIN =
    '6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51 30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710';
  const MODES: [name: string, mode: string, iv: string, ciphertext: string][] = [
    [
      'F.2.1 and F.2.2, CBC',
      'aes-128-cbc',
      '000102030405060708090a0b0c0d0e0f',
      '7649abac8119b246cee98e9b12e9197d 5086cb9b507219ee95db113a917678b2 73bed6b8e3c1743b7116e69e22229516 3ff1caa1681fac09120eca307586e1a7',
    ],
    [
      'F.5.1 and F.5.2, CTR',
      'aes-128-ctr',
      'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff',
      '874d6191b620e3261bef6864990db6ce 9806f66b7970fdff8617187bb9fffdff 5ae4df3edbd5d35e5b4f09020db03eab 1e031dda2fbe03d1792170a0f3009cee',
    ],
  ];
  test.each(MODES)('%s, both ways', (_, mode, iv, ciphertext) => {
    expect(crypt(createCipheriv, mode, false)(KEY, iv, PLAIN)).toBe(ciphertext.replaceAll(' ', ''));
    expect(crypt(createDecipheriv, mode, false)(KEY, iv, ciphertext)).toBe(PLAIN.replaceAll(' ', ''));
  });
});

describe('Ed25519 through @noble/ed25519 (RFC 8032 §7.1)', () => {
  const CASES: [name: string, secret: string, publicKey: string, message: string, signature: string][] = [
    [
      'TEST 1',
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      'TEST 2',
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'TEST 3',
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ];
  const verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) =>
    ed25519.verify(signature, message, publicKey, { zip215: false });

  test.each(CASES)(
    '%s: key, signature and verdict, and no verdict with a bit changed',
    (_, secret, publicKey, message, signature) => {
      expect(toHex(ed25519.getPublicKey(hex(secret)))).toBe(publicKey);
      expect(toHex(ed25519.sign(hex(message), hex(secret)))).toBe(signature);
      expect(verify(hex(signature), hex(message), hex(publicKey))).toBe(true);
      expect(verify(flipped(hex(signature)), hex(message), hex(publicKey))).toBe(false);
      expect(verify(hex(signature), hex(`${message}00`), hex(publicKey))).toBe(false);
      expect(
        verify(hex(signature), hex(message), hex(CASES.find(([, , other]) => other !== publicKey)![2])),
      ).toBe(false);
    },
  );

  // S + L signs as well as S to whoever does not check S < L (RFC 8032 §5.1.7, step 1): one message, two signatures.
  test('a second spelling of a signature, S + L, is refused', () => {
    const [, , publicKey, message, signature] = CASES[1]!;
    const L = 2n ** 252n + 27742317777372353535851937790883648493n;
    const scalar = BigInt(`0x${toHex(hex(signature).slice(32).reverse())}`);
    const spelled = (s: bigint) =>
      Uint8Array.from([...hex(signature).slice(0, 32), ...hex(s.toString(16).padStart(64, '0')).reverse()]);
    expect(verify(spelled(scalar), hex(message), hex(publicKey))).toBe(true);
    expect(verify(spelled(scalar + L), hex(message), hex(publicKey))).toBe(false);
  });

  test('the identity as public key signs any message under ZIP-215, and none under the strict rule', () => {
    const identity = Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0));
    const signature = Uint8Array.from([...identity, ...new Uint8Array(32)]);
    expect(ed25519.verify(signature, hex('00'), identity, { zip215: true })).toBe(true);
    expect(verify(signature, hex('00'), identity)).toBe(false);
  });
});

const folder = process.env.MALLORY_VECTORS && join(process.env.MALLORY_VECTORS, 'wycheproof');
const present = Boolean(folder && existsSync(folder));
if (!present) console.info('skipped: Wycheproof, for MALLORY_VECTORS is not set or has no folder wycheproof');

describe.skipIf(!present)('Wycheproof in $MALLORY_VECTORS/wycheproof', () => {
  type Case = Record<
    'key' | 'iv' | 'msg' | 'ct' | 'tag' | 'ikm' | 'salt' | 'info' | 'okm' | 'password' | 'dk',
    string
  > &
    Record<'size' | 'iterationCount' | 'dkLen' | 'tcId', number> & {
      result: 'valid' | 'invalid';
      comment: string;
    };

  /** The set's whole tally, so that an empty file or a helper that refuses everything cannot pass for a success. */
  function tally(name: string, holds: (vector: Case) => boolean) {
    const { testGroups, numberOfTests } = JSON.parse(
      readFileSync(join(folder!, `${name}_test.json`), 'utf8'),
    );
    const cases: Case[] = testGroups.flatMap((group: { tests: Case[] }) => group.tests);
    expect(cases.length).toBe(numberOfTests);
    const wrong = cases.filter((vector) => holds(vector) !== (vector.result === 'valid'));
    expect(wrong.map(({ tcId, comment }) => `${tcId} ${comment}`)).toEqual([]);
    const valid = cases.filter(({ result }) => result === 'valid').length;
    return { valid, invalid: cases.length - valid };
  }
  /** False for the one error that this primitive raises on bad input; any other is the test's own and is thrown on. */
  function unless(code: string, run: () => boolean): boolean {
    try {
      return run();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === code) return false;
      throw error;
    }
  }

  test('HMAC-SHA256', () => {
    const counts = tally('hmac_sha256', ({ key, msg, tag }) => macHolds(hex(key), hex(msg), hex(tag)));
    expect(counts.valid).toBeGreaterThan(0);
    expect(counts.invalid).toBeGreaterThan(0);
  });

  test('AES-CBC with PKCS #5 padding', () => {
    const counts = tally('aes_cbc_pkcs5', ({ key, iv, msg, ct }) => {
      const opens = crypt(createDecipheriv, `aes-${key.length * 4}-cbc`, true);
      // No block at all is another error in OpenSSL than a last block with wrong padding.
      const code = ct === '' ? 'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH' : 'ERR_OSSL_BAD_DECRYPT';
      return unless(code, () => opens(key, iv, ct) === msg);
    });
    expect(counts.valid).toBeGreaterThan(0);
    expect(counts.invalid).toBeGreaterThan(0);
  });

  test('HKDF-SHA256', () => {
    const counts = tally('hkdf_sha256', ({ ikm, salt, info, size, okm }) =>
      unless(
        'ERR_CRYPTO_INVALID_KEYLEN',
        () => toHex(hkdfSync('sha256', hex(ikm), hex(salt), hex(info), size)) === okm,
      ),
    );
    expect(counts.valid).toBeGreaterThan(0);
    expect(counts.invalid).toBeGreaterThan(0);
  });

  test('PBKDF2-HMAC-SHA256', () => {
    const counts = tally(
      'pbkdf2_hmacsha256',
      ({ password, salt, iterationCount, dkLen, dk }) =>
        toHex(pbkdf2Sync(hex(password), hex(salt), iterationCount, dkLen, 'sha256')) === dk,
    );
    expect(counts.valid).toBeGreaterThan(0);
  });
});
