/** MD5(key‖message), as in many a signed request: shorter than SHA-256, and extended just as well. */
import { createHash } from 'node:crypto';
import { asForm, lastBody, macPrefix } from '../../src/defenses/mac-prefix.js';
import { definePart } from '../../src/index.js';

const TAG_BYTES = 16;

const decoy = definePart({
  ...macPrefix,
  id: 'mac-md5-prefix',
  title: 'MD5(key‖message) under a group password',
  envelope: {
    part: 'mac-md5-prefix',
    encoding: 'base64',
    fields: [
      { name: 'tag', bytes: TAG_BYTES },
      { name: 'body', form: 'last-counts' },
    ],
  },
  layer: (keys) => {
    const key = keys.group('mac', 16);
    const tagOf = (form: Uint8Array): Buffer => createHash('md5').update(key).update(form).digest();
    return {
      seal: (body) => Buffer.from(Buffer.concat([tagOf(asForm(body)), asForm(body)]).toString('base64')),
      open: (sealed) => {
        const raw = Buffer.from(Buffer.from(sealed).toString(), 'base64');
        const form = raw.subarray(TAG_BYTES);
        if (!tagOf(form).equals(raw.subarray(0, TAG_BYTES))) return { ok: false, code: 'bad-mac' };
        const body = lastBody(form);
        return body ? { ok: true, body } : { ok: false, code: 'malformed-mac' };
      },
    };
  },
});

export const parts = [decoy];
