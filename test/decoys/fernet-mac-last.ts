/** Decrypts, answers what is wrong with the padding, and checks the HMAC last: sound tokens, and a padding oracle. The twin answers, too, but checks first. */
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';
import { tokenIn, uncheckedIn } from '../support/tokens.js';

const twin = definePart({
  ...fernet,
  id: 'fernet-answering',
  title: 'Fernet in a chat that answers refusals',
  insteadOf: 'fernet',
  settings: { answersRefusals: true },
});

const decoy = definePart({
  ...twin,
  id: 'fernet-mac-last',
  title: 'Fernet that looks at the padding before the HMAC',
  layer: (keys, host) => {
    const key = keys.group('fernet', 32);
    const sound = fernet.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) =>
        uncheckedIn(tokenIn(sealed), key) ? sound.open(sealed, opening) : { ok: false, code: 'bad-padding' },
    };
  },
});

export const parts = [twin, decoy];
