/** Signs, and takes whatever carries something as long as a signature. */

import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...signature,
  id: 'signature-unchecked',
  title: 'Signatures that nobody checks',
  insteadOf: 'signature',
  layer: (keys, host) => {
    const sound = signature.layer!(keys, host);
    return { ...sound, open: (sealed) => ({ ok: true, body: sealed.subarray(sealed.indexOf(0x2e) + 1) }) };
  },
});

export const parts = [decoy];
