/** Hears any word about epochs as if it were signed: it puts its own signature in the place of whatever came, and verifies that. */
import { epoch } from '../../src/defenses/epoch.js';
import { spoken } from '../../src/defenses/epoch-words.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...epoch,
  id: 'epoch-anybodys-words',
  title: 'Epochs on the word of whoever speaks',
  insteadOf: 'epoch',
  layer: (keys, host, colleagues) => {
    const trusting = { ...keys, pinned: { get: () => keys.personal.public } };
    const sound = epoch.layer!(trusting, host, colleagues);
    return {
      ...sound,
      hear: (control) => {
        const { room, nick, body } = control;
        const word = JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString());
        return sound.hear!({ ...control, body: spoken(room, nick, word, keys) });
      },
    };
  },
});

export const parts = [decoy];
