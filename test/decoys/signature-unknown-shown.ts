/** Shows what somebody says whose key it does not know: there is nothing to verify it with. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { openedAs, untagged } from '../support/openings.js';

export const parts = [
  definePart(
    openedAs(
      signature,
      'signature-unknown-shown',
      'Signatures, of authors without a key none',
      (open, keys) => (sealed, opening) =>
        keys.pinned.get(opening.header.nick) ? open(sealed, opening) : { ok: true, body: untagged(sealed) },
    ),
  ),
];
