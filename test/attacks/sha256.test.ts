import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { extended, glue } from '../../attacks/crypto/sha256.js';

const sha256 = (...parts: readonly Uint8Array[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('SHA-256 goes on from a digest', () => {
  test('pads "abc" as FIPS 180-4 §5.1.1 shows it', () => {
    expect(hex(glue(3))).toBe(`80${'00'.repeat(59)}18`);
  });

  test('extends the digest of the empty message, a value of the standard’s examples', () => {
    const empty = Buffer.from('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex');
    expect(hex(extended(empty, 0, Buffer.from('abc')))).toBe(sha256(glue(0), Buffer.from('abc')));
  });

  test.each([0, 1, 31, 54, 55, 56, 63, 64, 65, 118, 119, 120, 1000])(
    'of a key and message of %i bytes, whose content it never sees',
    (length) => {
      const message = randomBytes(length);
      for (const size of [0, 1, 55, 56, 64, 200]) {
        const suffix = randomBytes(size);
        const digest = createHash('sha256').update(message).digest();
        expect(hex(extended(digest, length, suffix))).toBe(sha256(message, glue(length), suffix));
      }
    },
  );
});
