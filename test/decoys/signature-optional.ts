/** Verifies a signature where there is one ("alg": "none", as in CVE-2015-9235): so nobody needs to sign. */
import { signature } from '../../src/defenses/signature.js';
import { definePart } from '../../src/index.js';
import { openedAs, optional } from '../support/openings.js';

export const parts = [
  definePart(
    openedAs(signature, 'signature-optional', 'Signatures for those who sign', optional('unsigned')),
  ),
];
