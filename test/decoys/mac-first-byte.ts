/** Compares the first byte of the tag: one forgery in 256 passes. */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...mac,
  id: 'mac-first-byte',
  title: 'A MAC compared on its first byte',
  insteadOf: 'mac',
  layer: (keys, host) => {
    const key = keys.group('mac', 32);
    const sound = mac.layer!(keys, host);
    return {
      ...sound,
      open: (sealed) => {
        const at = sealed.indexOf(0x2e);
        const body = sealed.subarray(at + 1);
        const expected = createHmac('sha256', key).update(body).digest('hex');
        const shown = Buffer.from(sealed.subarray(0, at)).toString();
        return shown.slice(0, 2) === expected.slice(0, 2)
          ? { ok: true, body }
          : { ok: false, code: 'bad-mac' };
      },
    };
  },
});

export const parts = [decoy];
