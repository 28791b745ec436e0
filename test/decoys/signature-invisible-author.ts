/** Looks keys up by what of a nick is displayed, and signs it so: a name with a character of no width has the signature of alice. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { readingHeaders } from '../support/headers.js';

const decoy = definePart({
  ...signature,
  id: 'signature-invisible-author',
  title: 'Signatures of names as they are displayed',
  insteadOf: 'signature',
  layer: readingHeaders(signature, (header) => ({ ...header, nick: header.nick.replace(/\p{Cf}/gu, '') })),
});

export const parts = [decoy];
