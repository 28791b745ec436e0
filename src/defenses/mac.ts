import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeHex } from '../model/base64.js';
import { concat, fromUtf8, splitAt, utf8 } from '../model/bytes.js';
import type { Part } from '../model/defense.js';

const TAG_BYTES = 32;

/** HMAC-SHA256 (RFC 2104) over the body under the group key; the body itself stays as it is. */
export const mac: Part = {
  id: 'mac',
  title: 'HMAC-SHA256 under a group password',
  protects: 'the body, from change by whoever has no group key',
  leavesOpen: 'secrecy; who wrote it (any member can); where it is shown; copies, holding and loss',
  stage: 'mac',
  envelope: {
    part: 'mac',
    encoding: 'utf8',
    fields: [
      { name: 'tag', bytes: TAG_BYTES, encoding: 'hex', until: '.', algorithm: 'hmac-sha256' },
      { name: 'body' },
    ],
  },
  layer: (keys) => {
    const key = keys.group('mac', 32);
    const tagOf = (body: Uint8Array): Buffer => createHmac('sha256', key).update(body).digest();
    return {
      seal: (body) => concat(utf8(`${tagOf(body).toString('hex')}.`), body),
      open: (sealed) => {
        const halves = splitAt(sealed, '.');
        // Mandatory: whoever takes the tag off must not pass for an old program.
        if (!halves) return { ok: false, code: 'untagged' };
        const [hex, body] = halves;
        // The whole tag, of the one right length, in constant time: a prefix that matches proves nothing.
        const tag = decodeHex(fromUtf8(hex) ?? '');
        const verified = tag?.length === TAG_BYTES && timingSafeEqual(tag, tagOf(body));
        return verified ? { ok: true, body } : { ok: false, code: 'bad-mac' };
      },
    };
  },
};
