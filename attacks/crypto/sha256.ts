/**
 * SHA-256 (FIPS 180-4 §6.2) with its inner state in the open, because a library hides what length extension needs: the
 * digest of a message is the state after its last block, so that whoever has the digest goes on hashing from there.
 */

const BLOCK = 64;
const isPrime = (n: number): boolean =>
  Array.from({ length: n - 2 }, (_, k) => k + 2).every((k) => n % k !== 0);
const PRIMES = Array.from({ length: 310 }, (_, k) => k + 2).filter(isPrime);

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2). */
const ROUND = Uint32Array.from(PRIMES, (prime) => (Math.cbrt(prime) % 1) * 2 ** 32);

const rotated = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

type Words = Uint32Array<ArrayBuffer>;

/** The message schedule of one block. */
function scheduleOf(block: DataView): Uint32Array {
  const w = new Uint32Array(64);
  for (let t = 0; t < 16; t++) w[t] = block.getUint32(t * 4);
  for (let t = 16; t < 64; t++) {
    const [a, b] = [w[t - 15]!, w[t - 2]!];
    const s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3);
    const s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10);
    w[t] = w[t - 16]! + s0 + w[t - 7]! + s1;
  }
  return w;
}

/** One block more: eight words of state and 64 bytes give the next state. */
function compress(state: Words, block: DataView): Words {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (const [t, word] of scheduleOf(block).entries()) {
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + ROUND[t]! + word;
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0];
  }
  return state.map((word, index) => word + [a, b, c, d, e, f, g, h][index]!);
}

/** What SHA-256 appends to a message of `length` bytes: 0x80, zeros, the length in bits (FIPS 180-4 §5.1.1). */
export function glue(length: number): Uint8Array {
  const padding = new Uint8Array(((BLOCK - ((length + 9) % BLOCK)) % BLOCK) + 9);
  padding[0] = 0x80;
  new DataView(padding.buffer).setUint32(padding.length - 4, length * 8);
  return padding;
}

/** SHA-256(m ‖ glue(hashed) ‖ suffix) from SHA-256(m) alone, for any m of `hashed` bytes. */
export function extended(digest: Uint8Array, hashed: number, suffix: Uint8Array): Uint8Array {
  const done = hashed + glue(hashed).length;
  const rest = Buffer.concat([suffix, glue(done + suffix.length)]);
  const words = new DataView(Uint8Array.from(digest).buffer);
  let state: Words = Uint32Array.from({ length: 8 }, (_, index) => words.getUint32(index * 4));
  for (let at = 0; at < rest.length; at += BLOCK)
    state = compress(state, new DataView(rest.buffer, rest.byteOffset + at, BLOCK));
  const out = new DataView(new ArrayBuffer(32));
  for (const [index, word] of state.entries()) out.setUint32(index * 4, word);
  return new Uint8Array(out.buffer);
}
