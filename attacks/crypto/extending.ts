/** Going on where a hash ended, for every usual hash whose output is its inner state (Merkle and Damgård's construction). */
import { md5, sha1, sha256, sha512 } from './hashes.js';

/** How one hash is gone on with. */
export interface Extending {
  /** What it appends to a message of `length` bytes. */
  glue(length: number): Uint8Array;
  /** The digest of (m ‖ glue ‖ suffix) from that of m alone, for any m of `hashed` bytes. */
  extended(digest: Uint8Array, hashed: number, suffix: Uint8Array): Uint8Array;
}

type Compress = (state: Uint8Array, block: Uint8Array) => Uint8Array;

/** `counter`: the bytes in which it writes the length, in bits, at the end. */
function extending(compress: Compress, block: number, counter: number, little = false): Extending {
  const padding = (length: number): Uint8Array => {
    const zeros = (2 * block - 1 - counter - (length % block)) % block;
    const out = new Uint8Array(1 + zeros + counter);
    out[0] = 0x80;
    new DataView(out.buffer).setBigUint64(out.length - 8, BigInt(length) * 8n, little);
    return out;
  };
  return {
    glue: padding,
    extended: (digest, hashed, suffix) => {
      const done = hashed + padding(hashed).length;
      const rest = Buffer.concat([suffix, padding(done + suffix.length)]);
      let state = digest;
      for (let at = 0; at < rest.length; at += block) state = compress(state, rest.subarray(at, at + block));
      return state;
    },
  };
}

/** By the length of the digest, in bytes. */
export const EXTENDING: ReadonlyMap<number, Extending> = new Map([
  [16, extending(md5, 64, 8, true)],
  [20, extending(sha1, 64, 8)],
  [32, extending(sha256, 64, 8)],
  [64, extending(sha512, 128, 16)],
]);
