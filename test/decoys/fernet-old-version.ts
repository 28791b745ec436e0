/** Tokens of the version before had no HMAC, and are still read: whoever writes one says of which version it is. */
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';
import { openedAs } from '../support/openings.js';
import { tokenIn, uncheckedIn } from '../support/tokens.js';

const OLD = 0x7f;
const TITLE = 'Fernet that still reads tokens of the version before';

export const parts = [
  definePart(
    openedAs(fernet, 'fernet-old-version', TITLE, (open, keys) => {
      const key = keys.group('fernet', 32);
      return (sealed, opening) => {
        const token = tokenIn(sealed);
        if (token[0] !== OLD) return open(sealed, opening);
        const opened = uncheckedIn(token, key);
        return opened ? { ok: true, body: opened.body } : { ok: false, code: 'bad-padding' };
      };
    }),
  ),
];
