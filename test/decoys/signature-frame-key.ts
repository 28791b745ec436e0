/** Verifies with a key that came in the frame: whoever signs brings the key that fits. */

import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';

const KEY_HEX = 64;

const decoy = definePart({
  ...signature,
  id: 'signature-frame-key',
  title: 'Signatures verified with a key from the frame',
  insteadOf: 'signature',
  envelope: {
    part: 'signature-frame-key',
    encoding: 'utf8',
    fields: [
      { name: 'public-key', bytes: 32, encoding: 'hex', until: '.' },
      { name: 'tag', bytes: 64, encoding: 'base64url', until: '.', algorithm: 'ed25519' },
      { name: 'body' },
    ],
  },
  layer: (keys, host) => ({
    seal: (body, sealing) => {
      const signed = signature.layer!(keys, host).seal(body, sealing);
      return Buffer.concat([Buffer.from(`${Buffer.from(keys.personal.public).toString('hex')}.`), signed]);
    },
    open: (sealed, opening) => {
      const key = Buffer.from(Buffer.from(sealed.subarray(0, KEY_HEX)).toString(), 'hex');
      const trusting = signature.layer!(
        { ...keys, personal: keys.personal, pinned: { get: () => key } },
        host,
      );
      return trusting.open(sealed.subarray(KEY_HEX + 1), opening);
    },
  }),
});

export const parts = [decoy];
