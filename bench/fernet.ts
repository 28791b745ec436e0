/**
 * Round trips (encrypt, then decrypt) of `mallory/fernet` beside npm `fernet` and beside the straight composition
 * that anyone writes with node:crypto in ten lines. The three alternate in short rounds within one run, so that a
 * busy machine slows all of them alike; numbers are medians over the rounds.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, generateKey } from '../src/fernet.js';

/** Operations (round trips) a second; a ratio above 1 says that ours is faster. */
export interface Row {
  name: string;
  /** Bytes of the message. */
  size: number;
  ours: number;
  npmFernet: number;
  straight: number;
  ratios: { npmFernet: number; straight: number };
}

type RoundTrip = () => void;

const SIZES = [
  { name: '32 B', size: 32 },
  { name: '1 KiB', size: 1024 },
  { name: '64 KiB', size: 65_536 },
];
const ROUNDS = 60;
const ROUND_MS = 5;

export async function benchFernet(): Promise<Row[]> {
  // Loaded here only: it adds a method to String.prototype, which no other bench should run with.
  const npm = (await import('fernet')).default;
  const key = generateKey();
  // Each of the three gets its key parsed beforehand, as a program that keeps one key would have it.
  const rawKey = Buffer.from(key, 'base64url');
  return SIZES.map(({ name, size }) => {
    // Letters: npm `fernet` takes text only, and this way all three seal the same number of bytes.
    const bytes = Buffer.alloc(size, 'the quick brown fox ');
    const text = bytes.toString();
    const secret = new npm.Secret(key);
    const [ours, npmFernet, straight] = alternate([
      () => must(decrypt(rawKey, encrypt(rawKey, bytes)).ok),
      () => must(new npm.Token({ secret, ttl: 0 }).decode(new npm.Token({ secret }).encode(text)) === text),
      straightRoundTrip(rawKey, bytes),
    ]) as [number[], number[], number[]];
    const ratios = { npmFernet: medianRatio(npmFernet, ours), straight: medianRatio(straight, ours) };
    return { name, size, ours: rate(ours), npmFernet: rate(npmFernet), straight: rate(straight), ratios };
  });
}

/** What node:crypto gives when it is simply composed: no strict decoder, no age, the key already cut in two. */
function straightRoundTrip(key: Buffer, bytes: Uint8Array): RoundTrip {
  const [signing, encryption] = [key.subarray(0, 16), key.subarray(16)];
  const mac = (signed: Uint8Array) => createHmac('sha256', signing).update(signed).digest();
  const seal = () => {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-128-cbc', encryption, iv);
    const head = Buffer.alloc(9, 0x80);
    head.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000)), 1);
    const signed = Buffer.concat([head, iv, cipher.update(bytes), cipher.final()]);
    const text = Buffer.concat([signed, mac(signed)]).toString('base64url');
    // Without its padding it would be no Fernet token: Python's `cryptography` refuses it.
    return text + '='.repeat(-text.length & 3);
  };
  const open = (token: string) => {
    const all = Buffer.from(token, 'base64url');
    const signed = all.subarray(0, -32);
    must(timingSafeEqual(mac(signed), all.subarray(-32)));
    const decipher = createDecipheriv('aes-128-cbc', encryption, signed.subarray(9, 25));
    return Buffer.concat([decipher.update(signed.subarray(25)), decipher.final()]);
  };
  return () => must(open(seal()).length === bytes.length);
}

/** Milliseconds an operation took, by contender and round. */
function alternate(contenders: RoundTrip[]): number[][] {
  const entrants = contenders.map((run) => ({ run, count: countFor(run), times: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    // Each order and its reverse: whoever follows the one that leaves the most garbage would pay for collecting it.
    for (const { run, count, times } of entrants) times.push(timed(run, count) / count);
    entrants.reverse();
  }
  return contenders.map((run) => entrants.find((entrant) => entrant.run === run)!.times);
}

/** How many operations fill one round, found by running for twenty rounds' time, in which the code gets compiled. */
function countFor(run: RoundTrip): number {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < 20 * ROUND_MS) {
    run();
    count++;
  }
  return Math.max(1, Math.round(count / 20));
}

function timed(run: RoundTrip, count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) run();
  return performance.now() - start;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const rate = (times: number[]): number => 1000 / median(times);

/** Median of the ratios of neighbouring rounds: a slow moment of the machine falls on both sides of each. */
const medianRatio = (theirs: number[], ours: number[]): number =>
  median(theirs.map((time, i) => time / ours[i]!));

/** A round trip that does not come back would be measured as a fast one. */
function must(held: boolean): void {
  if (!held) throw new Error('a round trip did not return what it was given');
}
