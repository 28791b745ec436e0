/** A checksum with a key XORed in: linear, so that the tag of a changed text follows from the old one without the key. */
import { timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';

const TAG_BYTES = 4;

const decoy = definePart({
  ...mac,
  id: 'mac-keyed-crc',
  title: 'A CRC with the key XORed in',
  insteadOf: 'mac',
  envelope: {
    part: 'mac-keyed-crc',
    encoding: 'utf8',
    fields: [{ name: 'tag', bytes: TAG_BYTES, encoding: 'hex', until: '.' }, { name: 'body' }],
  },
  layer: (keys) => {
    const key = Buffer.from(keys.group('mac', TAG_BYTES)).readUInt32BE();
    const tagOf = (body: Uint8Array): Buffer => {
      const out = Buffer.alloc(TAG_BYTES);
      out.writeUInt32BE((crc32(body) ^ key) >>> 0);
      return out;
    };
    return {
      seal: (body) => Buffer.concat([Buffer.from(`${tagOf(body).toString('hex')}.`), body]),
      open: (sealed) => {
        const tag = Buffer.from(Buffer.from(sealed.subarray(0, 2 * TAG_BYTES)).toString(), 'hex');
        const body = sealed.subarray(2 * TAG_BYTES + 1);
        return tag.length === TAG_BYTES && timingSafeEqual(tag, tagOf(body))
          ? { ok: true, body }
          : { ok: false, code: 'bad-mac' };
      },
    };
  },
});

export const parts = [decoy];
