import type { Part } from '../model/defense.js';

const LENGTH_BYTES = 4;
const SMALLEST = 256;
const GROWTH = 4;

/** The bucket that holds `bytes` bytes and their length: 256, 1024, 4096 … */
export function bucketFor(bytes: number): number {
  let bucket = SMALLEST;
  while (bucket < bytes + LENGTH_BYTES) bucket *= GROWTH;
  return bucket;
}

/** Bodies are filled up to a bucket before they are encrypted: a short answer is as long as any short answer. */
export const pad: Part = {
  id: 'pad',
  title: 'Fernet over bodies padded to buckets of 256, 1024, 4096 … bytes',
  protects: 'what Fernet does, and the length of a message within its bucket',
  leavesOpen: 'what Fernet leaves open; how many messages, when, whose; the bucket',
  stage: 'unpad',
  brings: ['fernet'],
  layer: (_, host) => ({
    seal: (body) => {
      const out = new Uint8Array(bucketFor(body.length));
      new DataView(out.buffer).setUint32(0, body.length);
      out.set(body, LENGTH_BYTES);
      host.act('padded');
      return out;
    },
    open: (padded) => {
      if (padded.length < SMALLEST) return { ok: false, code: 'bad-pad' };
      const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
      const body = padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
      // One message, one padding: another bucket or a byte that is not zero would be a second spelling.
      const canonical =
        padded.length === bucketFor(length) &&
        padded.subarray(LENGTH_BYTES + length).every((byte) => byte === 0);
      return canonical ? { ok: true, body } : { ok: false, code: 'bad-pad' };
    },
  }),
};
