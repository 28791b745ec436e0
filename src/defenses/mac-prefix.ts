import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeBase64 } from '../model/base64.js';
import { concat, fromUtf8, utf8 } from '../model/bytes.js';
import type { Part } from '../model/defense.js';
import { mac } from './mac.js';

const TAG_BYTES = 32;

/** The body as the one field of a form (application/x-www-form-urlencoded, WHATWG URL Standard §5). */
export const asForm = (body: Uint8Array): Uint8Array =>
  utf8(`body=${encodeURIComponent(fromUtf8(body) ?? '')}`);

/** The last field named `body`: where a name is repeated, most form readers let the last one count. Foreign bytes pass. */
export function lastBody(form: Uint8Array): Uint8Array | null {
  const body = new URLSearchParams(Buffer.from(form).toString('latin1')).getAll('body').at(-1);
  return body === undefined ? null : utf8(body);
}

/**
 * A variant, vulnerable on purpose: SHA-256(key‖message) in the place of HMAC, over a form as in the signed requests of
 * Flickr's API (Duong and Rizzo 2009). The state of the hash is its output, so anybody goes on hashing (CWE-328).
 */
export const macPrefix: Part = {
  ...mac,
  id: 'mac-prefix',
  title: 'SHA-256(key‖message) under a group password',
  leavesOpen: 'the end of the message: whoever has one tag makes that of a longer message',
  insteadOf: 'mac',
  envelope: {
    part: 'mac-prefix',
    encoding: 'base64',
    fields: [
      { name: 'tag', bytes: TAG_BYTES, algorithm: 'sha256' },
      { name: 'body', form: 'last-counts' },
    ],
  },
  layer: (keys) => {
    const key = keys.group('mac', 32);
    const tagOf = (form: Uint8Array): Buffer => createHash('sha256').update(key).update(form).digest();
    return {
      seal: (body) => utf8(Buffer.from(concat(tagOf(asForm(body)), asForm(body))).toString('base64')),
      open: (sealed) => {
        const raw = decodeBase64(fromUtf8(sealed) ?? '');
        if (!raw || raw.length < TAG_BYTES) return { ok: false, code: 'malformed-mac' };
        const form = raw.subarray(TAG_BYTES);
        if (!timingSafeEqual(raw.subarray(0, TAG_BYTES), tagOf(form))) return { ok: false, code: 'bad-mac' };
        const body = lastBody(form);
        return body ? { ok: true, body } : { ok: false, code: 'malformed-mac' };
      },
    };
  },
};
