/** Authenticates letters and digits: marks, spaces and their places are anybody's. */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...mac,
  id: 'mac-letters-only',
  title: 'A MAC over letters and digits',
  insteadOf: 'mac',
  layer: (keys) => {
    const key = keys.group('mac', 32);
    const tagOf = (body: Uint8Array): string =>
      createHmac('sha256', key)
        .update(
          Buffer.from(body)
            .toString()
            .replace(/[^A-Za-z0-9]/g, ''),
        )
        .digest('hex');
    return {
      seal: (body) => Buffer.concat([Buffer.from(`${tagOf(body)}.`), body]),
      open: (sealed) => {
        const at = sealed.indexOf(0x2e);
        const body = sealed.subarray(at + 1);
        const verified = Buffer.from(sealed.subarray(0, at)).toString() === tagOf(body);
        return verified ? { ok: true, body } : { ok: false, code: 'bad-mac' };
      },
    };
  },
});

export const parts = [decoy];
