/**
 * Making a tag again without its key, where the tag is a checksum at heart: CRCs, sums and keystreams are linear under
 * XOR, so the tag of a changed text is the old tag XOR the difference of the two texts' checksums, whatever constant
 * or keystream was XORed in besides (as in WEP: Borisov, Goldberg and Wagner, MobiCom 2001). For a hash without a key
 * the same difference leads from its old value to its new one.
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

type Digest = (bytes: Uint8Array) => Uint8Array;

const hash =
  (name: string): Digest =>
  (bytes) =>
    createHash(name).update(bytes).digest();

const crc: Digest = (bytes) => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(crc32(bytes));
  return out;
};

const reversed =
  (digest: Digest): Digest =>
  (bytes) =>
    Uint8Array.from(digest(bytes)).reverse();

/** RFC 1950 §8.2. */
const adler: Digest = (bytes) => {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return Uint8Array.of(b >> 8, b & 0xff, a >> 8, a & 0xff);
};

/** The bytes folded to `size` by XOR, as homemade check values are. */
const folded =
  (size: number): Digest =>
  (bytes) =>
    bytes.reduce((sum, byte, at) => sum.with(at % size, sum[at % size]! ^ byte), new Uint8Array(size));

const DIGESTS: readonly Digest[] = [
  crc,
  reversed(crc),
  adler,
  ...['md5', 'sha1', 'sha256', 'sha512'].map(hash),
];

const WRITTEN = ['latin1', 'hex', 'base64'] as const;

/** `a` XOR `b`, as long as `a`. */
export const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, at) => byte ^ (b[at] ?? 0));

/** What to XOR into `size` bytes of a tag over `known` so that it may be the tag over `wanted`; one for each checksum and its spelling. */
export function tagDifferences(known: Uint8Array, wanted: Uint8Array, size: number): Uint8Array[] {
  const digests = [...DIGESTS, folded(size)];
  return digests.flatMap((digest) =>
    WRITTEN.flatMap((spelling) => {
      const [before, after] = [known, wanted].map((text) =>
        Buffer.from(Buffer.from(digest(text)).toString(spelling), 'latin1').subarray(0, size),
      );
      return before!.length === size ? [xor(before!, after!)] : [];
    }),
  );
}
