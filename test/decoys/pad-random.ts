/** Fills messages up by chance instead of to a common length: whoever sorts many of them is right more often than not. */
import { randomBytes, randomInt } from 'node:crypto';
import { pad } from '../../src/defenses/pad.js';
import { definePart } from '../../src/index.js';

const MOST = 256;
const HEAD_BYTES = 4;

const decoy = definePart({
  ...pad,
  id: 'pad-random',
  title: 'Fernet over messages with up to 255 bytes more',
  insteadOf: 'pad',
  envelope: {
    part: 'pad-random',
    encoding: 'utf8',
    fields: [{ name: 'length', bytes: HEAD_BYTES }, { name: 'body' }],
  },
  layer: (_, host) => ({
    seal: (body) => {
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt32BE(body.length);
      host.act('padded');
      return Buffer.concat([head, body, randomBytes(randomInt(MOST))]);
    },
    open: (padded) => {
      if (padded.length < HEAD_BYTES) return { ok: false, code: 'bad-pad' };
      const length = Buffer.from(padded).readUInt32BE(0);
      return { ok: true, body: padded.subarray(HEAD_BYTES, HEAD_BYTES + length) };
    },
  }),
});

export const parts = [decoy];
