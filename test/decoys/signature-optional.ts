/** Verifies a signature where there is one ("alg": "none", as in CVE-2015-9235): so nobody needs to sign. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...signature,
  id: 'signature-optional',
  title: 'Signatures for those who sign',
  insteadOf: 'signature',
  layer: (keys, host) => {
    const sound = signature.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) => {
        const opened = sound.open(sealed, opening);
        return !opened.ok && opened.code === 'unsigned' ? { ok: true, body: sealed } : opened;
      },
    };
  },
});

export const parts = [decoy];
