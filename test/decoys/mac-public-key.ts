/** An HMAC under the author's public key, which everybody has: a confusion of algorithms (as in CVE-2015-9235). */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...mac,
  id: 'mac-public-key',
  title: "An HMAC under the author's public key",
  insteadOf: 'mac',
  layer: ({ pinned }) => {
    const tagOf = (body: Uint8Array, nick: string): string =>
      createHmac('sha256', pinned.get(nick) ?? new Uint8Array())
        .update(body)
        .digest('hex');
    return {
      seal: (body, { header }) => Buffer.concat([Buffer.from(`${tagOf(body, header.nick)}.`), body]),
      open: (sealed, { header }) => {
        const at = sealed.indexOf(0x2e);
        const body = sealed.subarray(at + 1);
        return Buffer.from(sealed.subarray(0, at)).toString() === tagOf(body, header.nick)
          ? { ok: true, body }
          : { ok: false, code: 'bad-mac' };
      },
    };
  },
});

export const parts = [decoy];
