import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EXTENDING } from '../../attacks/crypto/extending.js';
import { changed } from '../../attacks/words.js';

describe('going on from a digest', () => {
  test.each(['md5', 'sha1', 'sha256', 'sha512'])('of %s gives that of the longer message', (name) => {
    const digestOf = (...parts: readonly Uint8Array[]): Buffer =>
      createHash(name).update(Buffer.concat(parts)).digest();
    const { glue, extended } = EXTENDING.get(digestOf().length)!;
    for (const length of [0, 1, 55, 56, 63, 64, 111, 112, 119, 120, 127, 128, 1000]) {
      const [message, suffix] = [randomBytes(length), randomBytes(200)];
      const longer = digestOf(message, glue(length), suffix);
      expect(Buffer.from(extended(digestOf(message), length, suffix))).toEqual(longer);
    }
  });
});

test('the padding of "abc" is as FIPS 180-4 §5.1.1 shows it', () => {
  expect(Buffer.from(EXTENDING.get(32)!.glue(3)).toString('hex')).toBe(`80${'00'.repeat(59)}18`);
});

describe('words with another text under one checksum', () => {
  const TEXT = 'Pay 161 euros to Bob for the birthday present, order 4832, and tell everybody';

  test('are found for the CRC-32 wherever there are letters enough', () => {
    const other = changed(TEXT, 'checksum');
    expect(other).not.toBe(TEXT);
    expect(other.toLowerCase()).toBe(TEXT.toLowerCase());
    expect(crc32(JSON.stringify({ text: other }))).toBe(crc32(JSON.stringify({ text: TEXT })));
  });

  test('are not found where there are too few', () => {
    expect(changed('Yes.', 'checksum')).toBe('Yes.');
  });

  test.each([
    ['pair-31', 31],
    ['pair-33', 33],
  ] as const)('are found for a hash by its factor (%s)', (region, factor) => {
    const hashOf = (text: string): number =>
      Buffer.from(text).reduce((hash, byte) => (Math.imul(hash, factor) + byte) | 0, 0);
    expect(changed(TEXT, region)).not.toBe(TEXT);
    expect(hashOf(changed(TEXT, region))).toBe(hashOf(TEXT));
  });
});
