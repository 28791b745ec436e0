/** Takes, beside the tags of the group, those under the key of zeros that a program has before it has any (GnuTLS, CVE-2020-13777). */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';
import { fromUtf8, splitAt } from '../../src/model/bytes.js';

const NO_KEY = new Uint8Array(32);

const decoy = definePart({
  ...mac,
  id: 'mac-zero-key',
  title: 'A MAC under the group key, or under none yet',
  insteadOf: 'mac',
  layer: (keys, host) => {
    const sound = mac.layer!(keys, host);
    return {
      seal: sound.seal,
      open: (sealed, opening) => {
        const halves = splitAt(sealed, '.');
        const early = halves && createHmac('sha256', NO_KEY).update(halves[1]).digest('hex');
        return halves && fromUtf8(halves[0]) === early
          ? { ok: true, body: halves[1] }
          : sound.open(sealed, opening);
      },
    };
  },
});

export const parts = [decoy];
