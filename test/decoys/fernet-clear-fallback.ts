/** Shows a body that is no token as it stands: an old client must have sent it. */
import { fernet } from '../../src/defenses/fernet.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...fernet,
  id: 'fernet-clear-fallback',
  title: 'Fernet, or clear text where it is none',
  insteadOf: 'fernet',
  layer: (keys, host) => {
    const sound = fernet.layer!(keys, host);
    return {
      ...sound,
      open: (sealed, opening) => {
        const opened = sound.open(sealed, opening);
        return !opened.ok && opened.code === 'malformed-token' ? { ok: true, body: sealed } : opened;
      },
    };
  },
});

export const parts = [decoy];
