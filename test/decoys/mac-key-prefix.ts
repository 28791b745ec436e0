/** Says HMAC and hashes the key in front of the message: one tag is the way to the tag of any longer message. */
import { macPrefix } from '../../src/defenses/mac-prefix.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...macPrefix,
  id: 'mac-key-prefix',
  title: 'SHA-256(key‖message) that calls itself HMAC',
  insteadOf: 'mac',
  envelope: {
    part: 'mac-key-prefix',
    encoding: 'base64',
    fields: [
      { name: 'tag', bytes: 32, algorithm: 'hmac-sha256' },
      { name: 'body', form: 'last-counts' },
    ],
  },
});

export const parts = [decoy];
