/** Decrypts Fernet tokens and ignores their HMAC. */
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';
import { openedAs } from '../support/openings.js';
import { tokenIn, uncheckedIn } from '../support/tokens.js';

export const parts = [
  definePart(
    openedAs(fernet, 'fernet-unauthenticated', 'Fernet that ignores a bad HMAC', (_, keys) => {
      const key = keys.group('fernet', 32);
      return (sealed) => {
        const opened = uncheckedIn(tokenIn(sealed), key);
        return opened ? { ok: true, ...opened } : { ok: false, code: 'bad-padding' };
      };
    }),
  ),
];
