/**
 * MD5 (RFC 1321 §3.4), SHA-1 (FIPS 180-4 §6.1) and SHA-512 (§6.4) from a given inner state on: like SHA-256 they put out
 * the state itself, so that whoever has the digest of key‖message goes on hashing from there.
 */

const rotated = (x: number, n: number): number => (x << n) | (x >>> (32 - n));
const words32 = (bytes: Uint8Array, little: boolean): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(at * 4, little));
};
const bytes32 = (words: readonly number[], little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (const [at, word] of words.entries()) view.setUint32(at * 4, word >>> 0, little);
  return new Uint8Array(view.buffer);
};

const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32));

/** The next state of MD5 after a block of 64 bytes. */
export function md5(state: Uint8Array, block: Uint8Array): Uint8Array {
  const m = words32(block, true);
  const before = words32(state, true);
  let [a, b, c, d] = before as [number, number, number, number];
  for (let t = 0; t < 64; t++) {
    const round = t >> 4;
    const f = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)][round]!;
    const g = [t, 5 * t + 1, 3 * t + 5, 7 * t][round]! % 16;
    const turned = rotated((a + f + SINES[t]! + m[g]!) | 0, TURNS[round * 4 + (t % 4)]!);
    [a, d, c, b] = [d, c, b, (b + turned) | 0];
  }
  return bytes32(
    before.map((word, at) => word + [a, b, c, d][at]!),
    true,
  );
}

const SHA1 = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

/** The next state of SHA-1 after a block of 64 bytes. */
export function sha1(state: Uint8Array, block: Uint8Array): Uint8Array {
  const w = words32(block, false);
  for (let t = 16; t < 80; t++) w.push(rotated(w[t - 3]! ^ w[t - 8]! ^ w[t - 14]! ^ w[t - 16]!, 1));
  const before = words32(state, false);
  let [a, b, c, d, e] = before as [number, number, number, number, number];
  for (const [t, word] of w.entries()) {
    const round = Math.floor(t / 20);
    const f = [(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d][round]!;
    [e, d, c, b, a] = [d, c, rotated(b, 30), a, (rotated(a, 5) + f + e + SHA1[round]! + word) | 0];
  }
  return bytes32(
    before.map((word, at) => word + [a, b, c, d, e][at]!),
    false,
  );
}

const ALL = (1n << 64n) - 1n;
const right = (x: bigint, n: bigint): bigint => (x >> n) | ((x << (64n - n)) & ALL);

/** The integer cube root, by Newton. */
function cubeRoot(n: bigint): bigint {
  let root = 1n << 70n;
  for (let next = (2n * root + n / root ** 2n) / 3n; next < root; next = (2n * root + n / root ** 2n) / 3n)
    root = next;
  return root;
}

const isPrime = (n: number): boolean =>
  Array.from({ length: n - 2 }, (_, k) => k + 2).every((k) => n % k !== 0);
/** The first 64 bits of the fractional parts of the cube roots of the first 80 primes (FIPS 180-4 §4.2.3). */
const SHA512 = Array.from({ length: 408 }, (_, k) => k + 2)
  .filter(isPrime)
  .map((prime) => cubeRoot(BigInt(prime) << 192n) & ALL);

/** The next state of SHA-512 after a block of 128 bytes. */
export function sha512(state: Uint8Array, block: Uint8Array): Uint8Array {
  const read = (bytes: Uint8Array): bigint[] => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return Array.from({ length: bytes.length / 8 }, (_, at) => view.getBigUint64(at * 8));
  };
  const w = read(block);
  for (let t = 16; t < 80; t++) {
    const [x, y] = [w[t - 15]!, w[t - 2]!];
    const s0 = right(x, 1n) ^ right(x, 8n) ^ (x >> 7n);
    const s1 = right(y, 19n) ^ right(y, 61n) ^ (y >> 6n);
    w.push((w[t - 16]! + s0 + w[t - 7]! + s1) & ALL);
  }
  const before = read(state);
  let now = before;
  for (const [t, word] of w.entries()) {
    const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = now;
    const s1 = right(e, 14n) ^ right(e, 18n) ^ right(e, 41n);
    const t1 = h + s1 + ((e & f) ^ (~e & ALL & g)) + SHA512[t]! + word;
    const s0 = right(a, 28n) ^ right(a, 34n) ^ right(a, 39n);
    now = [(t1 + s0 + ((a & b) ^ (a & c) ^ (b & c))) & ALL, a, b, c, (d + t1) & ALL, e, f, g];
  }
  const out = new DataView(new ArrayBuffer(64));
  for (const [at, word] of before.entries()) out.setBigUint64(at * 8, (word + now[at]!) & ALL);
  return new Uint8Array(out.buffer);
}
