/** Shows what somebody says whose key it does not know: there is nothing to verify it with. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...signature,
  id: 'signature-unknown-shown',
  title: 'Signatures, of authors without a key none',
  insteadOf: 'signature',
  layer: (keys, host) => {
    const sound = signature.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) =>
        keys.pinned.get(opening.header.nick)
          ? sound.open(sealed, opening)
          : { ok: true, body: sealed.subarray(sealed.indexOf(0x2e) + 1) },
    };
  },
});

export const parts = [decoy];
