/** Authenticates which letters there are, and not where each stands. */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...mac,
  id: 'mac-sorted',
  title: 'A MAC over the sorted letters',
  insteadOf: 'mac',
  layer: (keys) => {
    const key = keys.group('mac', 32);
    const tagOf = (body: Uint8Array): string =>
      createHmac('sha256', key).update(body.toSorted()).digest('hex');
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
