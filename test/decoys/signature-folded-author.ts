/** Looks keys up by the nick in small letters, and signs it so: ALICE has the signature of alice. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { readingHeaders } from '../support/headers.js';

const decoy = definePart({
  ...signature,
  id: 'signature-folded-author',
  title: 'Signatures of names in small letters',
  insteadOf: 'signature',
  layer: readingHeaders(signature, (header) => ({ ...header, nick: header.nick.toLowerCase() })),
});

export const parts = [decoy];
