import type { Part } from '../model/defense.js';

/** Two lengths before the body, 4 bytes each: that of the message, and that of the body, which inner parts have written around it. */
const HEAD_BYTES = 8;
const SMALLEST = 256;
const GROWTH = 4;

/** The bucket for a message of `bytes` bytes and the two lengths: 256, 1024, 4096 … */
export function bucketFor(bytes: number): number {
  let bucket = SMALLEST;
  while (bucket < bytes + HEAD_BYTES) bucket *= GROWTH;
  return bucket;
}

/** The bucket, and beside it what inner parts have written: a signature is as long around a short message as around a long one. */
const paddedLength = (message: number, body: number): number => bucketFor(message) + body - message;

/**
 * Bodies are filled up before they are encrypted: a short answer is as long as any short answer. The bucket is that of
 * the message: were it that of all that is sealed, a signature would lift the longer answers into the next one.
 */
export const pad: Part = {
  id: 'pad',
  title: 'Fernet over messages padded to buckets of 256, 1024, 4096 … bytes',
  protects: 'the length of a message within its bucket',
  leavesOpen: 'what Fernet leaves open; how many messages, when, whose; the bucket',
  stage: 'unpad',
  brings: ['fernet'],
  envelope: {
    part: 'pad',
    encoding: 'utf8',
    fields: [{ name: 'length', bytes: HEAD_BYTES }, { name: 'body' }],
  },
  layer: (_, host) => ({
    seal: (body, { length = body.length }) => {
      // What is no message of this program's (a member's own bytes) may be longer than what it claims to hold.
      const message = Math.min(length, body.length);
      const out = new Uint8Array(paddedLength(message, body.length));
      const head = new DataView(out.buffer);
      head.setUint32(0, message);
      head.setUint32(4, body.length);
      out.set(body, HEAD_BYTES);
      host.act('padded');
      return out;
    },
    open: (padded) => {
      if (padded.length < SMALLEST) return { ok: false, code: 'bad-pad' };
      const head = new DataView(padded.buffer, padded.byteOffset);
      const [message, length] = [head.getUint32(0), head.getUint32(4)];
      const body = padded.subarray(HEAD_BYTES, HEAD_BYTES + length);
      // One message, one padding: another bucket or a byte that is not zero would be a second spelling.
      const canonical =
        message <= length &&
        padded.length === paddedLength(message, length) &&
        padded.subarray(HEAD_BYTES + length).every((byte) => byte === 0);
      return canonical ? { ok: true, body } : { ok: false, code: 'bad-pad' };
    },
  }),
};
