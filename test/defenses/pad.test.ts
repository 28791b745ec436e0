import { describe, expect, test } from 'vitest';
import { bucketFor, pad } from '../../src/defenses/pad.js';
import type { Code } from '../../src/model/code.js';
import { HEADER, layerOf, NOW } from '../support/sealed.js';

const HEAD = 8;
const REFUSED = { ok: false, code: 'bad-pad' };

const layer = layerOf(pad, 'bob');

const sealed = (body: Uint8Array, length?: number): Uint8Array =>
  layer.seal(body, { header: HEADER, now: NOW, ...(length === undefined ? {} : { length }) });

const opened = (padded: Uint8Array) => layer.open(padded, { header: HEADER, now: NOW });

/** A body without a zero, so that none of its bytes passes for filler. */
const bodyOf = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0xa5);

/** What anybody who has the group key can put in the place of a padded body: these two lengths, a body, zeros. */
function forged(total: number, message: number, length: number, body = bodyOf(0)): Uint8Array {
  const out = new Uint8Array(total);
  const head = new DataView(out.buffer);
  head.setUint32(0, message);
  head.setUint32(4, length);
  out.set(body, HEAD);
  return out;
}

describe('the bucket', () => {
  test.each([
    [0, 256],
    [1, 256],
    [256 - HEAD, 256],
    [256 - HEAD + 1, 1024],
    [1024 - HEAD, 1024],
    [1024 - HEAD + 1, 4096],
    [4096 - HEAD, 4096],
    [4096 - HEAD + 1, 16384],
  ])('of %i bytes and the two lengths is %i', (bytes, bucket) => {
    expect(bucketFor(bytes)).toBe(bucket);
    expect(sealed(bodyOf(bytes))).toHaveLength(bucket);
    expect(opened(sealed(bodyOf(bytes)))).toEqual({ ok: true, body: bodyOf(bytes) });
  });

  test.each([
    [0, 256],
    [256 - HEAD, 256],
    [256 - HEAD + 1, 1024],
    [1024 - HEAD, 1024],
  ])(
    'is that of the message alone: %i bytes and the 89 that a signature wrote around them are %i and 89 long',
    (message, bucket) => {
      const body = bodyOf(message + 89);
      expect(sealed(body, message)).toHaveLength(bucket + 89);
      expect(opened(sealed(body, message))).toEqual({ ok: true, body });
    },
  );

  test('of a body shorter than the message that it claims to hold is that of the body', () => {
    expect(sealed(bodyOf(10), 300)).toEqual(sealed(bodyOf(10)));
    expect(sealed(bodyOf(10), 300)).toHaveLength(256);
    expect(opened(sealed(bodyOf(10), 300))).toEqual({ ok: true, body: bodyOf(10) });
  });
});

describe('a padded body', () => {
  test('is the two lengths, the body and zeros', () => {
    const expected = forged(256 + 3, 17, 20, bodyOf(20));
    expect(sealed(bodyOf(20), 17)).toEqual(expected);
    expect([...expected.subarray(0, HEAD)]).toEqual([0, 0, 0, 17, 0, 0, 0, 20]);
  });

  test('opens wherever it lies in the memory that holds it', () => {
    const around = new Uint8Array(256 + 5).fill(0xff);
    around.set(sealed(bodyOf(20)), 5);
    expect(opened(around.subarray(5))).toEqual({ ok: true, body: bodyOf(20) });
  });

  test('is noted when it is made, and not when it is opened', () => {
    const acts: Code[] = [];
    const noting = layerOf(pad, 'bob', { act: (code) => void acts.push(code) });
    const padded = noting.seal(bodyOf(1), { header: HEADER, now: NOW });
    expect(acts).toEqual(['padded']);
    noting.open(padded, { header: HEADER, now: NOW });
    expect(acts).toEqual(['padded']);
  });
});

describe('bad-pad', () => {
  test.each([0, 1, HEAD - 1, HEAD, 255])('is what %i bytes are: too short for any bucket', (bytes) => {
    expect(opened(new Uint8Array(bytes))).toEqual(REFUSED);
  });

  test('is no body of 256 zeros: that is the empty message', () => {
    expect(opened(new Uint8Array(256))).toEqual({ ok: true, body: bodyOf(0) });
  });

  test.each([
    ['one byte longer than what is there', 249],
    ['longer than the whole', 257],
    ['the longest that can be written', 0xffff_ffff],
  ])('is a body that claims to be %s', (_, length) => {
    expect(opened(forged(256, 10, length, bodyOf(10)))).toEqual(REFUSED);
    expect(opened(forged(256, length, length, bodyOf(10)))).toEqual(REFUSED);
    expect(opened(forged(256, 10, 10, bodyOf(10))).ok).toBe(true);
  });

  test('is a message longer than the body that holds it, though the sum is right', () => {
    // 1024 for a message of 300 bytes, and the body's 10 in the place of the message's 300.
    expect(opened(forged(1024 + 10 - 300, 300, 10, bodyOf(10)))).toEqual(REFUSED);
    expect(opened(forged(256 + 300 - 10, 10, 300, bodyOf(300)))).toEqual({ ok: true, body: bodyOf(300) });
    expect(opened(forged(256, 10, 10, bodyOf(10)))).toEqual({ ok: true, body: bodyOf(10) });
  });

  test.each([1024, 4096, 257, 512])(
    'is a small message in %i bytes: there is one bucket for each',
    (total) => {
      expect(opened(forged(total, 10, 10, bodyOf(10)))).toEqual(REFUSED);
      expect(opened(forged(256, 10, 10, bodyOf(10))).ok).toBe(true);
    },
  );

  test('is a larger message in a smaller bucket', () => {
    expect(opened(forged(256, 249, 249, bodyOf(248)))).toEqual(REFUSED);
    expect(opened(forged(256, 248, 248, bodyOf(248))).ok).toBe(true);
  });

  test.each([
    ['first', HEAD + 10],
    ['middle', 128],
    ['last', 255],
  ])('is a filler whose %s byte is not zero', (_, at) => {
    const padded = sealed(bodyOf(10));
    expect(opened(padded).ok).toBe(true);
    padded[at] = 1;
    expect(opened(padded)).toEqual(REFUSED);
  });

  test('is a filler without any zero', () => {
    expect(opened(sealed(bodyOf(10)).fill(1, HEAD + 10))).toEqual(REFUSED);
    expect(opened(sealed(bodyOf(10)).fill(0, HEAD + 10))).toEqual({ ok: true, body: bodyOf(10) });
  });
});
