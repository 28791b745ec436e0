/**
 * MD5 (RFC 1321 §3.4), SHA-1, SHA-256 and SHA-512 (FIPS 180-4 §6.1, §6.2, §6.4) with their inner state in the open, because
 * a library hides what length extension needs: the digest of a message is the state after its last block, so that whoever
 * has the digest of key‖message goes on hashing from there.
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

/** The first 80 primes. */
const PRIMES: number[] = [];
for (let n = 2; PRIMES.length < 80; n++) if (PRIMES.every((prime) => n % prime !== 0)) PRIMES.push(n);

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
const SHA256 = PRIMES.slice(0, 64).map((prime) => Math.floor((Math.cbrt(prime) % 1) * 2 ** 32));

/** The next state of SHA-256 after a block of 64 bytes. */
export function sha256(state: Uint8Array, block: Uint8Array): Uint8Array {
  const w = words32(block, false);
  for (let t = 16; t < 64; t++) {
    const [x, y] = [w[t - 15]!, w[t - 2]!];
    const s0 = rotated(x, 25) ^ rotated(x, 14) ^ (x >>> 3);
    const s1 = rotated(y, 15) ^ rotated(y, 13) ^ (y >>> 10);
    w.push((w[t - 16]! + s0 + w[t - 7]! + s1) | 0);
  }
  const before = words32(state, false);
  let now = before;
  for (const [t, word] of w.entries()) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = now;
    const s1 = rotated(e, 26) ^ rotated(e, 21) ^ rotated(e, 7);
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + SHA256[t]! + word;
    const s0 = rotated(a, 30) ^ rotated(a, 19) ^ rotated(a, 10);
    now = [(t1 + s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0, a, b, c, (d + t1) | 0, e, f, g];
  }
  return bytes32(
    before.map((word, at) => word + now[at]!),
    false,
  );
}

const ALL = (1n << 64n) - 1n;
const right = (x: bigint, n: bigint): bigint => (x >> n) | ((x << (64n - n)) & ALL);

/** The integer cube root of prime · 2^192, by Newton's method from just above it. */
function scaledRoot(prime: number): bigint {
  const n = BigInt(prime) << 192n;
  const better = (root: bigint): bigint => (2n * root + n / root ** 2n) / 3n;
  let root = BigInt(Math.ceil(Math.cbrt(prime) * 2 ** 40) + 1) << 24n;
  while (better(root) < root) root = better(root);
  return root;
}

/** The first 64 bits of the fractional parts of the cube roots of the first 80 primes (FIPS 180-4 §4.2.3). */
const SHA512 = PRIMES.map((prime) => scaledRoot(prime) & ALL);

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
