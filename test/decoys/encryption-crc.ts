/** WEP's mistake: a CRC under the keystream as integrity (Borisov, Goldberg and Wagner, MobiCom 2001). Its twin keeps an HMAC there. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { encryption } from '../../src/defenses/encryption.js';
import { definePart, type Part } from '../../src/index.js';

type Check = (body: Uint8Array, key: Uint8Array) => Uint8Array;

const hmac: Check = (body, key) => createHmac('sha256', key).update(body).digest();
const crc: Check = (body) => {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(crc32(body));
  return out;
};

const checkedUnderStream = (id: string, title: string, check: Check): Part =>
  definePart({
    ...encryption,
    id,
    title,
    insteadOf: 'mac',
    layer: (keys, host) => {
      const key = keys.group('mac', 32);
      const inner = encryption.layer!(keys, host);
      return {
        ...inner,
        seal: (body, sealing) => inner.seal(Buffer.concat([body, check(body, key)]), sealing),
        open: (sealed, opening) => {
          const opened = inner.open(sealed, opening);
          if (!opened.ok) return opened;
          const size = check(new Uint8Array(), key).length;
          const body = opened.body.subarray(0, -size);
          const tag = opened.body.subarray(-size);
          return tag.length === size && timingSafeEqual(tag, check(body, key))
            ? { ok: true, body }
            : { ok: false, code: 'bad-mac' };
        },
      };
    },
  });

export const parts = [
  checkedUnderStream('encryption-hmac', 'MAC-then-encrypt with HMAC-SHA256', hmac),
  checkedUnderStream('encryption-crc', 'A CRC under the keystream', crc),
];
