/** Takes what comes back under its own name for its echo: that needs no verifying, it wrote it. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...signature,
  id: 'signature-own-echo',
  title: "Signatures, verified on others' messages",
  insteadOf: 'signature',
  layer: (keys, host) => {
    const sound = signature.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) =>
        opening.header.nick === host.me
          ? { ok: true, body: sealed.subarray(sealed.indexOf(0x2e) + 1) }
          : sound.open(sealed, opening),
    };
  },
});

export const parts = [decoy];
