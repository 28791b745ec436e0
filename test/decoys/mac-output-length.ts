/** A message says how many bytes of its tag count, and one is enough (XML Signature's HMACOutputLength, CVE-2009-0217). */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';
import { decodeHex } from '../../src/model/base64.js';
import { fromUtf8, splitAt } from '../../src/model/bytes.js';

const LONGEST = 32;

const decoy = definePart({
  ...mac,
  id: 'mac-output-length',
  title: 'A MAC of which as much counts as the sender says',
  insteadOf: 'mac',
  envelope: { ...mac.envelope!, fields: [{ name: 'length', until: ':' }, ...mac.envelope!.fields] },
  layer: (keys) => {
    const key = keys.group('mac', LONGEST);
    const tagOf = (body: Uint8Array) => createHmac('sha256', key).update(body).digest();
    return {
      seal: (body) => Buffer.concat([Buffer.from(`${LONGEST}:${tagOf(body).toString('hex')}.`), body]),
      open: (sealed) => {
        const outer = splitAt(sealed, ':');
        const inner = outer && splitAt(outer[1], '.');
        if (!inner) return { ok: false, code: 'untagged' };
        const length = Number(fromUtf8(outer[0]));
        const [tag, expected] = [decodeHex(fromUtf8(inner[0]) ?? ''), tagOf(inner[1])];
        const verified = length >= 1 && tag?.length === length && expected.subarray(0, length).equals(tag);
        return verified ? { ok: true, body: inner[1] } : { ok: false, code: 'bad-mac' };
      },
    };
  },
});

export const parts = [decoy];
