/** Takes what comes back under its own name for its echo: that needs no verifying, it wrote it. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { openedAs, untagged } from '../support/openings.js';

export const parts = [
  definePart(
    openedAs(
      signature,
      'signature-own-echo',
      "Signatures, verified on others' messages",
      (open, _, host) => (sealed, opening) =>
        opening.header.nick === host.me ? { ok: true, body: untagged(sealed) } : open(sealed, opening),
    ),
  ),
];
