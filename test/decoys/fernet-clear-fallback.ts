/** Shows a body that is no token as it stands: an old client must have sent it. */
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';
import { openedAs, optional } from '../support/openings.js';

export const parts = [
  definePart(
    openedAs(
      fernet,
      'fernet-clear-fallback',
      'Fernet, or clear text where it is none',
      optional('malformed-token'),
    ),
  ),
];
