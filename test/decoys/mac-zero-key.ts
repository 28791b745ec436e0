/** Takes, beside the tags of the group, those under the key of zeros that a program has before it has any (GnuTLS, CVE-2020-13777). */
import { createHmac } from 'node:crypto';
import { mac } from '../../src/defenses/mac.js';
import { definePart } from '../../src/index.js';
import { fromUtf8, splitAt } from '../../src/model/bytes.js';
import { openedAs } from '../support/openings.js';

const NO_KEY = new Uint8Array(32);

export const parts = [
  definePart(
    openedAs(
      mac,
      'mac-zero-key',
      'A MAC under the group key, or under none yet',
      (open) => (sealed, opening) => {
        const halves = splitAt(sealed, '.');
        const early = halves && createHmac('sha256', NO_KEY).update(halves[1]).digest('hex');
        return halves && fromUtf8(halves[0]) === early
          ? { ok: true, body: halves[1] }
          : open(sealed, opening);
      },
    ),
  ),
];
